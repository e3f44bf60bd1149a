"""Words that only contain, or only mention, what an intent is heard by.

The rack in "giá sách" is no price, a card that says "cảm ơn" thanks nobody.
"""

from __future__ import annotations

from scoring.understanding.word_list import listed

# Taken as one word of their own: nothing in them is heard as a wish.
COMPOUNDS = listed(
    """
    đánh giá, giá trị, trị giá, giá đỡ, giá sách, kệ giá, giá kệ, giá treo, giá vẽ, giá đỗ,
    giá phơi, giá đỡ điện thoại, giá như, giá rét, giá lạnh, vô giá, đấu giá, thẩm định giá,
    giảm mỡ, giảm cân, giảm béo, giảm đau, giảm stress, giảm tải, giảm xóc, giảm sốt, giảm thiểu,
    giảm ồn, giảm thất thoát, giảm hao hụt, giảm nhân sự, giảm eo, giảm bụng, giảm mụn,
    giảm nám, giảm rụng tóc, giảm nhiệt, giảm sai sót, giảm chi phí, giảm lãng phí,
    giảm tiêu hao, hẹn giờ, hẹn hò, chào hàng, chào bán!, chào đời, chào mào, chào cờ,
    chảo chống dính, chảo gang, chảo điện, chảo rán, cháo gà, cháo lòng, cháo vịt, cháo cá,
    cháo sườn, cháo trắng, cháo dinh dưỡng, cháo ăn dặm, nồi cháo, tô cháo, bán cháo, quán cháo,
    chốt sổ, chốt ca, chốt cửa, chốt khoá, chốt chặn, chốt an toàn, chốt bảo vệ, chốt dân phòng,
    đặt tên,
    đặt câu hỏi, đặt vấn đề, đặt niềm tin, đặt ống, mua bán, mua sắm, phòng mua hàng, mua vui,
    lấy ví dụ, lấy chồng, lấy vợ, lấy cao răng, thôi nôi, thôi miên, thôi việc, hi vọng, hi sinh,
    dạ dày, dạ quang, dạ tiệc, áo dạ, trạm bot, bot thu phí, chó mèo, chó con, mèo chó,
    thức ăn chó, khách sạn chó, quán chó, điên điển, xử lý khiếu nại, quản lý khiếu nại,
    tiếp nhận khiếu nại, giải quyết khiếu nại, kênh khiếu nại, mục khiếu nại, phòng khiếu nại,
    theo dõi khiếu nại, thống kê khiếu nại, hệ thống khiếu nại, tiếp nhận phản ánh,
    xử lý phản ánh, quản lý khuyến mãi, tạo khuyến mãi, chạy khuyến mãi, chương trình tích điểm,
    thẻ giảm giá, phiếu giảm giá, in phiếu giảm giá, tạo mã giảm giá, tạo voucher,
    in voucher, làm voucher, phát voucher, thiết kế voucher,
    quản lý voucher, cài khuyến mãi, báo giá tự động, phần mềm báo giá, mẫu báo giá,
    tạo báo giá, quản lý báo giá, tem giá, bảng giá điện tử, nhãn giá, niêm phong,
    công ty tư vấn, trung tâm tư vấn, phòng tư vấn, văn phòng tư vấn, dịch vụ tư vấn,
    tư vấn tâm lý, tư vấn du học, hệ thống tổng đài, phần mềm tổng đài, tổng đài ảo,
    lắp tổng đài, dịch vụ tổng đài, gọi món, gọi vốn, gọi xe, gọi đồ, gọi số thứ tự,
    phần mềm đặt lịch, app đặt lịch, web đặt lịch, hệ thống đặt lịch, đặt lịch online,
    quản lý lịch hẹn, nhắc lịch hẹn, nhắc hẹn, sổ hẹn, lịch hẹn của khách, đặt bàn online,
    nhầm lẫn, tránh nhầm, lỗi thời, hay quên, quản lý nhân viên, chấm công nhân viên,
    đồng phục nhân viên, đào tạo nhân viên, tuyển nhân viên, tuyển quản lý, tuyển sale,
    price tag, price tags, thank you card, thank you cards, thank you note, thank you notes,
    thank you page, thank you email, thank you emails, thank you message, thank you gift,
    goodbye party, farewell party, farewell gift, hello kitty, complaint form,
    complaint management, complaint box, complaint tracking, complaints system,
    complaint handling, handle complaints, discount codes, discount feature, appointment book,
    appointment app, appointment system, appointment software, appointment reminders,
    booking app, booking system, booking website, booking software, booking page,
    quote generator, quoting software, call center, call centre, call log, refund policy,
    return policy, refund terms, hope to see, demo day
    """
)

# What carries words that somebody else is to read.
BEARERS = listed(
    """
    thiệp, thư, thư ngỏ, biển, bảng, bảng led, bảng hiệu, banner, băng rôn, backdrop, standee,
    chữ, dòng chữ, câu, quà, thẻ, card, sticker, tem, decal, nút, trang, bài hát, tiệc, phông,
    áo, cốc, ly, hộp, túi, sổ, móc khoá, poster, tấm, slide, video, clip, kịch bản
    """
)
# These carry the words only where they are being made: "nhận được mail rồi cảm ơn em" thanks.
LETTERS = listed("tin, tin nhắn, email, mail, sms, zns, zalo")
MAKING = listed(
    """
    gửi, tự gửi, tự động gửi, soạn, viết, mẫu, tạo, làm, in, thiết kế, tự nhắn, tự động, tự, có
    """
)
SAYING = listed(
    """
    để, nói, tự động, tự, gửi, viết, ghi, có, chữ, dòng chữ, kiểu, in, thay, là, khách, cho khách,
    sang, đến, chúc, lời
    """
)
NAMED = listed("tên, tên là, tên gọi, hiệu, thương hiệu, gọi là, named, called")
COURTESY = listed(
    """
    cảm ơn, cám ơn, tri ân, xin chào, chào, chào mừng, tạm biệt, hẹn gặp lại, hello, hi,
    thank you, thanks, welcome, goodbye, bye, chúc mừng, chúc ngủ ngon, kính chào
    """
)
