"""What is named without being needed: errands with the seller, the writer's day, a pause.

In the language of patterns.py; the lists that are named stand in need_words.py.
"""

from __future__ import annotations

# An errand with the seller, no need for goods: it takes what is named in it away.
ERRANDS = (
    "muốn xỉu|chết|khóc|ngất|điên|nổ|bể|rụng|gãy|ói|bệnh|té|khùng",
    "muốn|cần|want|need|mún|đòi!|yêu_cầu .. huỷ|hủy|dừng|ngừng|xoá_thông_tin|xoá_dữ_liệu|"
    "xoá_số|xoá_tài_khoản|khiếu_nại|phàn_nàn|hoàn_tiền|gặp!|nói_chuyện|hỏi|biết|trả_hàng|"
    "đổi_lịch|đổi_số|đổi_tên|đổi_thông_tin|sửa_số|sửa_tên|sửa_thông_tin|cập_nhật|dời!|bảo_hành|"
    "rút_lại|ngưng|huỷ_đăng_ký|opt_out|unsubscribe|cancel|stop|talk|"
    "speak|know|complain|refund|delete|ask ..",
    "không|ko|k|hông|chẳng|chả|don_t cần|muốn|need|want ..",
    "tư_vấn|báo_giá|giải_thích|trả_lời|hỗ_trợ .. dễ_hiểu|nhiệt_tình|tận_tình|dễ_thương|có_tâm|"
    "hay_quá|tốt_quá|hay_ghê|nhanh_ghê|chậm|sai|tệ",
    "tìm|kiếm thấy|ra|được ..",
    "cảm_ơn|cám_ơn|thanks|tks|thank_you .. tư_vấn|hỗ_trợ|báo_giá|quan_tâm ..",
    "chưa|chưa_có cần|muốn|định|nhu_cầu ..",
    "có cần .. không|ko|hông",
    "mấy_giờ mở|đóng ..",
    "ship|giao|giao_hàng .. tỉnh|quận|huyện|nhà|không",
)

# Somebody asks for time: whatever he says besides is why.
TIME_OUTS = (
    "[ <please>* đợi|chờ!|khoan|khoan_đã|từ_từ|từ_đã|giữ_máy <please>* xíu|chút|tí|tý|lát|đã|chị|"
    "anh|mình|em|tui|máy|một|1|nha|nhé|tí_nha",
    "[ <please>* khoan|khoan_đã|đợi_đã|từ_đã ]",
    "[ để|cho <self>? mở|coi|tìm|bật|cắm|sạc|đeo|gõ .. cái|đã ]",
    "[ để|cho <self> nghe|đi|chạy|về|ra|vô|ăn|tắm|đón|lấy|đọc|rửa .. cái|đã|chút|xíu|tí",
    "[ <please>* wait|hold_on|hang_on|one_sec|one_moment|just_a|give_me|gimme|brb|be_right_back",
)
# Of its clause nothing is needed: time is asked for, or something about the seller, or the
# writer tells of his day.
ASIDES = (
    "<seller> là .. hay",
    "mấy_giờ|khi_nào|bao_giờ|ngày_nào .. <seller>",
    "hỏi|nói chi|gì|làm_chi|làm_gì .. vậy|rứa|dữ|thế|ta",
    "[ <self> ở|đang_ở|sống_ở|nhà_ở|người|quê",
    "con|bé|chó|mèo|hàng_xóm|nhà_hàng_xóm .. khóc!|sủa|quậy!|la!|ồn!|hát!|kêu!",
    "[ <self> tên|tên_là",
    "<seller> hứa|dặn|hẹn|nói_là|bảo_là",
    "is|are this|that the|your|a .. office|shop|company|store|number|place|line|account",
    "sao .. trả_lời|rep|phản_hồi|nhắn|hỏi .. chậm|lâu|hoài|lắm|nhiều|nhanh|mãi",
    "<seller> có_phải",
    "<seller> .. ở|nằm|tại đâu|mô|chỗ_nào|quận_nào|tỉnh_nào|đường_nào",
    "<seller> .. ở|nằm .. mấy|nào|đâu",
    "<seller> .. có chi_nhánh|văn_phòng|cửa_hàng|showroom|cơ_sở|trụ_sở|hotline|fanpage|zalo|uy_tín|"
    "giấy_phép",
    "<seller> .. mở_cửa|đóng_cửa|hoạt_động|làm_việc|thành_lập .. mấy|đến|tới|lâu|năm|từ|chưa",
    "<seller> .. tên|quê|tuổi|bao_nhiêu_tuổi|mấy_tuổi|người gì|đâu|ở_đâu|nào|rồi|nhiêu|mô",
    "<seller> .. là ai|gì|người|bot|máy|robot",
    "<seller> .. nói|nhắc|bảo|báo|hứa .. hồi_nãy|lúc_nãy|nãy|gì|nào|hôm_qua|hôm_trước",
    "hồi_nãy|lúc_nãy|khi_nãy|nãy .. <seller>",
    "ai vậy|đây|đó|thế|nói|đang",
    "<self> đang|mới|vừa|sắp ăn|ngủ|họp|lái_xe|chạy_xe|ở_ngoài|bận|đi_làm|đi_chợ|đi_học|về|đói|mệt|"
    "nấu|tắm|chở|đón|dậy|uống|coi_phim|xem_phim|đi_đường|bệnh|ốm|khóc",
    "đang|mới|vừa có_khách|họp|lái_xe|chạy_xe|ăn|bận|kẹt_xe|ngủ|nấu_cơm|đi_đường|trên_đường|đi_chợ|"
    "đón_con|coi_phim|ở_ngoài|tắm|bệnh",
    "trời .. mưa|nắng|nóng|lạnh|đẹp|bão|âm_u",
    "trời ơi|đất|đụ|má",
    "<felt> quá|ghê|lắm|thế|vậy|luôn|dữ|thiệt|wá|muốn_chết|thật|hết_biết",
    "what is|s your name",
    "who are you",
    "how old|are are|you",
    "where are|is you|your|the office|shop",
    "are you a|an|there|open|real|human|busy|married|single",
    "i am|m so|very|really? tired|hungry|bored|sleepy|busy|driving|eating|sick|sad|happy",
    "<isnt>|don_t nhận|thấy được tin|tin_nhắn|mail|file",
)
