"""Words that give a language away where marks do not."""

from __future__ import annotations

from scoring.understanding.word_list import listed

# English words that are no Vietnamese syllable once the marks are off.
ENGLISH = frozenset(
    listed(
        """
        i, a, an, in, on, it, to, as, than, ten, may, can, asap, my, me, we, our, us, you, your,
        he, she, its, they, them, their, this, that, these, those, the, and, or, but, if, so,
        because, for, from, with, without, about, of, at, by, into, over, under, before, after,
        until, between, during, since, is, are, was, were, am, be, been, being, have, has, had,
        do, does, did, don, doesn, didn, isn, aren, won, wouldn, couldn, shouldn, will, would,
        could, should, might, must, shall, not, no, yes, yeah, yep, nope, please, thanks, thank,
        sorry, hello, hey, bye, okay, what, which, who, whose, where, when, why, how, much, many,
        more, most, less, least, some, any, all, both, each, every, few, several, other, another,
        same, such, only, just, also, too, very, really, quite, already, still, yet, now, then,
        soon, later, today, tomorrow, tonight, yesterday, week, weeks, month, months, monthly,
        year, years, yearly, day, days, daily, hour, hours, morning, afternoon, evening, night,
        monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march,
        april, june, july, august, september, october, november, december, quarter, spring,
        summer, autumn, fall, winter, christmas, next, last, first, second, early, late, end,
        start, starting, beginning, middle, mid, around, approximately, roughly, nearly, almost,
        exactly, maximum, minimum, within, per, one, two, three, four, five, six, seven, eight,
        nine, twenty, thirty, forty, fifty, hundred, thousand, million, billion, grand, dollars,
        dollar, bucks, budget, price, prices, pricing, cost, costs, cheap, cheaper, expensive,
        discount, pay, paid, payment, money, afford, spend, quote, deposit, refund, invoice, need,
        needs, needed, want, wants, wanted, like, looking, look, find, buy, bought, purchase,
        order, get, got, getting, give, given, take, make, makes, making, made, help, send, sent,
        call, calling, contact, reach, talk, speak, tell, know, think, see, show, use, using,
        used, try, trying, work, works, working, wait, waiting, come, coming, going, gonna, move,
        moving, keep, stop, cancel, delete, remove, unsubscribe, leave, alone, subscribe, quit,
        learn, founded, included, warranty, contract, delivery, timeline, fix, quotation, add,
        agency, block, revenue, database, change, confirm, decide, decides, decision, approve,
        approved, approval, sign, signed, ask, asking, agree, owner, boss, manager, director,
        wife, husband, partner, partners, family, company, business, startup, office, branch,
        branches, store, stores, customer, customers, client, staff, employee, employees, people,
        person, someone, anyone, nobody, everyone, name, number, phone, address, message,
        messages, messaging, question, questions, information, details, interested, interest,
        available, possible, ready, sure, maybe, perhaps, probably, definitely, flexible, urgent,
        urgently, hurry, rush, deadline, schedule, meeting, meet, appointment, book, booking,
        plan, planning, project, service, services, product, products, system, software, website,
        apartment, house, room, bedroom, car, course, class, english, training, lessons, good,
        great, nice, fine, perfect, best, better, bad, new, old, big, small, large, long, short,
        high, low, free, right, wrong, correct, mistake, actually, instead, let, lets, here,
        there, back, again, anymore, never, always, usually, often, sometimes, currently, up,
        down, out, off, away, feedback, propose, shortlist, recommend, evaluate, compare, options,
        option, team, tool, tools, setup, share, review, deal, final, update, support, human,
        robot, real, agent, automation, event, launch, live, offer, package, trial, sales, lead,
        leads, switch, go, put, set, run, cut, chain, thing, things, kind, half, lot,
        couple, asked, nothing, something, anything, everything, everybody, specific,
        curious, orders, process, clinic, shops, coffee, restaurant, clinics, outlets,
        vendor, vendors,
        supplier, myself, ourselves, depends, depend, haven, hasn, hadn, wasn, weren, shouldn,
        quoted, chosen, choose, anywhere, text, texts, vote, missed, appointments, installed,
        install, inventory, prefer, preferably, ideally, honestly, however, though, although,
        while, unless, once, twice, ago, due, along, across, total, overall,
        amount, range, limit, ceiling, aside, top, bottom, kept, told, said, say, says,
        cannot, exceed, above, beyond, below, higher, lower, sleep, teach, school, schools, student,
        students, district, street, city, area, around, hour, hours, minute, minutes, moment, kids,
        child, children, baby, mother, father, brother, sister, friend, friends, doctor, teacher,
        lawyer, driver, drivers, cleaner, food, lunch, dinner, breakfast, party, wedding, birthday,
        weekend, holiday, holidays, trip, flight, hotel, rooms, beach, weather, rain, sunny, hot,
        cold, tired, hungry, busy, happy, sad, funny, beautiful, awesome, amazing, terrible, awful,
        rude, broken, damaged, late, crashed, crashes, error, errors, bug, problem, problems, issue,
        issues, trouble, warranty, shipping, delivered, delivery, arrives, arrived, received, sold,
        sell, selling, sells, offers, charges, charged, charge, fee, fees, rate, rates, steep,
        worth, value, save, saving, cash, bank, loan, tax, taxes, legal, paper, papers, documents,
        visa, ticket, tickets, seat, members, membership, account, accounts, login, password,
        license, licenses, licence, licences, feature, features, version, dashboard, report,
        reports, reporting, track, tracking, data, security, safe, secure, easy, simple, hard,
        difficult, fast, faster, slow, slower, quick, quickly, bigger, smaller, clean, dirty,
        fresh, local, online, offline, abroad, foreign, english, french, chinese, japanese, korean,
        speak, spoke, spoken, heard, hear, listen, watch, read, write, wrote, written, meant,
        mean, means, understand, believe, hope, wish, love, hate, prefer, enjoy, feel, feels,
        happen, happened, happens, remember, forgot, forget, explain, describe, introduce, visit,
        visiting, arrange, pick, drop, bring, brought, carry, deliver, ship, store, storage, space,
        square, metres, meters, floor, kitchen, bathroom, garden, garage, roof, wall, door, window,
        air, water, power, solar, machine, machines, equipment, device, devices, phones, screen,
        keyboard, printer, printing, print, design, designer, designs, colour, color, black, white,
        green, blue, brand, quality, original, genuine, sample, samples, catalog, catalogue,
        brochure, details, detailed, whole, part, parts, piece, pieces, pair, dozen, bunch, box,
        boxes, bag, bags, table, tables, chair, chairs, desk, desks, shirt, shirts, clothes,
        alright, anyway, absolutely, exactly, certainly, obviously, basically, seriously, literally
        """
    )
)

# What follows the apostrophe in I've, we're, don't.
CONTRACTED = frozenset(listed("ve, re, ll, d, s, t, m"))
# Signs that join the parts of an e-mail or web address, no space around them.
JOINTS = frozenset("@._/")

# Taken over into Vietnamese: they say nothing of the language around them.
BORROWED = frozenset(
    listed(
        """
        ok, oke, okay, okie, okela, zalo, email, mail, gmail, facebook, fb, page, fanpage, shop,
        online, app, web, website, demo, pos, crm, erp, sale, sales, camera, tele, telegram,
        viber, whatsapp, ib, inbox, chat, bot, chatbot, hotline, card, vip, pro, usd, vnd, vat,
        excel, wifi, sim, hi, hello, alo, bye, thanks, pls, admin, ad, ads, marketing, ceo, cfo,
        it, hr, spa, gym, gara, combo, size, logo, tour, visa, user, data, laptop, ipad, iphone,
        massage, k, m, b, tr, h, x, gps, qr, led, ielts, toeic, sofa, studio, content, freeship,
        ship, live, stream, livestream, link, file, pdf, video, clip, voucher, menu, fan, like,
        model, tool, seo, haha, hihi, hehe, hahaha,
        mobile, homestay, resort, smartphone, tablet, server, hosting, domain,
        internet, game, teen, stress, pin, bill, seat, seats, dong
        """
    )
)

# Vietnamese written without marks, and chat spelling, that no English sentence holds.
CHAT = frozenset(
    listed(
        """
        ko, hok, hong, hem, khum, dc, đc, vs, mk, mik, mn, bn, ntn, sdt, dt, cty, nv, ck, vk, ny,
        bh, gd, kh, ng, nc, hn, hcm, sg, tphcm, nhe, nha, nhen, nghen, nhieu, duoc, khong, chua,
        khoang, nguoi, ngay, thang, trieu, ty, tr, nghin, ngan, muon, biet, rui, roi, mst, cccd,
        cmnd, stk, uh, uhm, um, dr, wa, z, zay, vay, j, zi
        """
    )
)
