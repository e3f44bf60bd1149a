"""The words around digits: digits spelled out, and what a long number is said to be."""

from __future__ import annotations

from scoring.understanding.word_list import listed, spellings

# A digit word is a digit only inside a run of them.
DIGIT_WORDS = {
    spelling: digit
    for digit, words in {
        "0": "không, hông, o, oh, zero",
        "1": "một, mốt, one",
        "2": "hai, two",
        "3": "ba, three",
        "4": "bốn, tư, four",
        "5": "năm, lăm, five",
        "6": "sáu, six",
        "7": "bảy, bẩy, seven",
        "8": "tám, eight",
        "9": "chín, nine",
    }.items()
    for spelling in spellings(words)
}

# Signs that people put between the groups of one number.
JOINTS = frozenset(".,-()·•_*|")
# A comma parts two statements more often than two groups of digits.
PARTING = frozenset(",|*")

# What the words before or right behind a long number say that it is. The nearest one decides.
PHONE = "phone"
ID = "id"

CUES = {
    PHONE: listed(
        """
        sđt, số đt, đt, sdt, điện thoại, số điện thoại, dđ, di động, số phone, phone, mobile,
        cell, tel, zalo, viber, whatsapp, hotline, số zalo, zl, liên hệ, liên lạc, lh, alo, gọi,
        call, contact, reach me, text me, số máy, số liên hệ, số liên lạc, phone number, number
        """
    ),
    ID: listed(
        """
        mst, mã số thuế, mã thuế, tax code, tax id, vat number, msdn, cccd, cmnd, cmt, cmtnd,
        căn cước, căn cước công dân, chứng minh, chứng minh nhân dân, chứng minh thư, định danh,
        số định danh, hộ chiếu, passport, id card, stk, tài khoản, số tài khoản, tk, account,
        account number, bank account, số thẻ, thẻ, card number, iban, swift, đơn, mã đơn,
        mã đơn hàng, đơn hàng, đơn số, mã hoá đơn, hoá đơn, order, order id, order number,
        order no, invoice, bill, mã vận đơn, vận đơn, tracking, mã, mã số, mã khách hàng, mã kh,
        mã hợp đồng, hợp đồng số, số hợp đồng, mã sp, mã sản phẩm, sku, serial, số serial, seri,
        số seri, imei, biển số, bhxh, mã bhxh, mã bảo hiểm, số sổ, otp, mã otp, số giấy phép,
        gpkd, đkkd, số công văn, mã giao dịch, mã tham chiếu, mã vạch, barcode
        """
    ),
}

# Words that may stand between a cue and its number.
FILLERS = spellings(
    """
    số, là, thì, của, mình, em, anh, chị, tôi, tui, tớ, bên, công, ty, cty, shop, ạ, nè, nha, nhé,
    đây, này, chính, phụ, mới, cũ, hiện, tại, đang, dùng, thuế, nó, bạn, khách, hàng, cho, qua,
    theo, vào, is, my, our, the, number, no, new, main, old, current, id, code, to, at, me, us, on
    """
)

BANKS = listed(
    """
    vietcombank, vcb, techcombank, tcb, mbbank, mb bank, mb, acb, vietinbank, ctg, bidv, agribank,
    tpbank, sacombank, vpbank, vib, shb, hdbank, msb, ocb, scb, eximbank, seabank, ngân hàng
    """
)

# What stands right before one of these is an amount, no number to call.
AMOUNT_UNITS = spellings(
    "đ, ₫, đồng, vnd, vnđ, k, tr, triệu, ty, tỷ, tỉ, ngàn, nghìn, usd, $, %, kg, km"
)

NEW = "new"
OLD = "old"

PREFERENCES = {
    NEW: listed(
        """
        mới, số chính, chính, đang dùng, đang xài, hiện tại, bây giờ, hay dùng, thường dùng,
        ưu tiên, mới đúng, đúng là, mà là, nhầm, sửa lại, đổi thành, đổi sang, chuyển sang, new,
        main, current, primary, preferred, best, correct, instead
        """
    ),
    OLD: listed(
        """
        cũ, không dùng nữa, ko dùng nữa, không xài nữa, bỏ rồi, bỏ số, hết dùng, mất sim, mất máy,
        khoá rồi, số phụ, phụ, không phải, ko phải, chứ không phải, sai rồi, số sai, dự phòng,
        old, not, former, previous, secondary, backup, no longer
        """
    ),
}
