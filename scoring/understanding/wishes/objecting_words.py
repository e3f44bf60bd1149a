"""Turns of phrase that complain, object, decline or put off."""

from __future__ import annotations

from scoring.understanding.wishes.calls_gone_wrong import CALLS_GONE_WRONG

OBJECTING: dict[str, tuple[str, ...]] = {
    "complaint": (
        *CALLS_GONE_WRONG,
        "báo_giá|bảng_giá|order|đặt_hàng|đặt_lịch|tư_vấn|tính_tiền chậm|trễ|muộn|lâu quá|vậy|thế"
        "|hoài|ghê|dữ|lắm",
        "đặt_lịch|đặt_hẹn|book|đặt_hàng|order mãi|hoài .. không|ko|chưa|chẳng được|xong|thấy",
        "khiếu_nại|phản_ánh|thất_vọng|không_hài_lòng|hoàn_tiền|refund|complain|disappointed"
        "|bực_mình"
        "|unacceptable|ko_hài_lòng|tệ_quá|quá_tệ|chán_quá|terrible|bực_quá|tệ_hại",
        "giao|ship|gửi hàng? chậm|trễ|thiếu|sai|nhầm|lâu .. quá|hoài|thế|vậy|hàng|rồi|dữ|#",
        "gọi|nhắn|hỏi|chờ|đợi|inbox|nt .. không|ko|chưa|chẳng|k thấy? ai? nghe|trả_lời|bắt_máy|rep"
        "|phản_hồi|được|thấy|ai|hồi_âm|xem",
        "hàng|máy|phần_mềm|app|hệ_thống|web|sản_phẩm .. lỗi|hư|hỏng|bể|lag|sập|treo|chậm_quá|dỏm"
        "|móp|kém|vỡ|đơ!",
        "trả_lời|rep|phản_hồi|làm_việc|hỗ_trợ|phục_vụ chậm|lâu|kém|tệ|thiếu|vớ_vẩn|linh_tinh",
        "thái_độ .. kém|khó_chịu|lồi_lõm|tệ|cộc_lốc|không_tốt",
        "làm_ăn|làm_việc|phục_vụ|bảo_hành|chăm_sóc kiểu_gì|chán|như_vậy|kỳ|thế_à",
        "hẹn|chờ|đợi|gọi|đặt .. .. chưa|không|ko|chẳng thấy? ai|hàng|gì tới|bắt|nghe|trả_lời|đến"
        "|qua|giao|bắt_máy",
        "no|still .. reply|answer|response",
        "hứa .. mà .. không|ko|chưa|chẳng",
        "nhân_viên|tư_vấn|bảo_vệ|thợ|kỹ_thuật|shipper .. .. khó_chịu|kém|tệ|cộc_lốc|thô_lỗ|sai"
        "|lồi_lõm|hách_dịch",
        "xài|dùng|mua .. .. hư|hỏng|lỗi|bể luôn|rồi|mất|hết|ngay",
        "sao .. .. không|ko|chưa|chẳng nhắn_lại|trả_lời|gọi_lại|rep|phản_hồi|nhắn|giao|ship",
        "doesn't work|working",
        "not working|happy_with",
        "nobody|no_one answers|replies|answered|replied",
        "still waiting",
        "keeps crashing|failing|freezing|breaking|stopping|hanging",
        "từ hôm|hôm_kia|hôm_qua|tuần_trước|sáng|bữa|tháng_trước .. chưa|không|ko thấy|có|nhận|"
        "tới|giao ..",
        "tới_giờ|đến_giờ|đến_nay|giờ_này|cả_tuần|mấy_ngày|mấy_hôm|từ_sáng .. vẫn|chưa|mà|không|ko"
        "|k .."
        " im|thấy|có|giao|nhận|tới|trả_lời|phản_hồi|xong|gọi",
        "im_re|im_ru|bặt_tăm|mất_hút|lặn_mất|biệt_tăm|im_thin_thít|bặt_vô_âm_tín|mất_tăm",
        "hàng|máy|đồ|sản_phẩm|món|hộp|vải|giày|áo|tủ|bàn .. trầy|xước|trầy_xước|rách|nứt|thủng|mốc"
        "|gãy|thiu|hết_hạn|sai_mẫu|sai_size|sai_màu|méo|tróc|bung|bung_chỉ|thiếu|ẩm_mốc",
        "nhân_viên|tư_vấn|người|khách .. kiểu_đó|kiểu_gì|kiểu_vậy|kiểu_này|kiểu_ấy hả|à|ha|vậy"
        "|đấy|đó",
        "wrong|broken|damaged|late item|product|delivery",
        "tính|trừ tiền? sai|nhầm|hai_lần|2_lần",
        "chờ|đợi lâu|mãi|cả|hoài",
        "nói_chuyện|nói_năng|ăn_nói|tư_vấn|trả_lời|phục_vụ|nhân_viên|bảo_vệ|thợ|shipper .. .. "
        "thái_độ|cộc|cộc_lốc|xấc|xấc_xược|hỗn|lồi_lõm|khó_chịu|trịch_thượng|vô_trách_nhiệm"
        "|bất_lịch_sự|khó_nghe|coi_thường|khinh",
        "sao .. .. không|ko|chưa|chẳng|k|hổng ai|thấy|có|chịu .. gọi|trả_lời|rep|nhắn|phản_hồi"
        "|liên_hệ|giao|qua|tới|xử_lý",
        "trả|đóng|chuyển|thanh_toán|đặt|mua|cọc|ck .. mà .. chưa|không|ko|chẳng",
        "lừa_đảo|lừa|lừa_gạt|gạt à|hả|sao|hay_sao|chắc|ah|ak",
        "gửi|nhắn|gọi|spam|rao hoài|mãi|suốt|lắm|nhiều vậy|thế|dữ|hoài",
        "app|system|software|site|website|page|machine|program|screen .. crashed|froze"
        "|freezes|crashes|lags|fails|failed|hangs|broke|crashing|freezing|is_down"
        "|stopped_working|glitching",
        "no_one|nobody|none_of_you .. picked_up|answered|called|replied|showed_up|came"
        "|responded|answers|cares|helped",
        "second|third|fourth|nth|fifth time",
        "waited|waiting for # hours|days|weeks",
        "been|kept waiting ..",
        "waiting forever|ages|so_long|all_day|for_ages|an_hour|hours",
        "chờ|đợi .. tiếng|phút|ngày|tuần|tháng|bữa|hôm|giờ rồi|trời|đó|mà|lận",
        "late|wrong|broken|rude|dirty|cold again|staff|food|order|size|item",
        "is|are|keeps|keep|started|starts leaking|peeling|rusting|cracking|squeaking|overheating|"
        "flickering",
        "trễ|lỡ|thất|sai hẹn .. lần|rồi|hoài|nữa|luôn",
        "<no> ngủ|ăn|xài|chịu|ở|đi được|nổi",
        "was|were|is|are|so|very rude|late|broken|damaged|dirty|defective|faulty|unprofessional",
        "never|didn_t|didnt showed|show|came|come|arrived|arrive|replied|reply|called|call"
        "|answered|answer|delivered|worked|work up|back|today?",
        "never showed|came|arrived|replied|called|answered|delivered|worked|fixed|responded",
        "máy|tủ!|xe!|cửa!|loa!|đèn!|bồn!|vòi!|điện_thoại|laptop|nệm!|ghế!|giày!|áo!|sơn!|ống!|"
        "mái!|phần_mềm"
        "|app|web .. .. chảy_nước|rỉ|xì!|xì_hơi|kêu!|kêu_to|không_lên|không_chạy|chập|cháy!|đứt!"
        "|bong!|bong_tróc|lệch!|nhoè|hôi!|xuống_cấp|kẹt!|gỉ!|sét!|dột!|rò!|tắt_ngúm|tắt_ngang|"
        "đơ!|văng"
        "|không_mở_được|không_vào_được|nguội!",
        "mới|vừa lắp|mua|thay|sửa|xài|dùng|nhận|giao|làm .. .. đã|mà|lại .. hư|hỏng|lỗi|chảy"
        "|bong|nứt|gãy|rách|phai|tróc|sập|liệt|cháy|dột|hôi|mốc|bay_màu",
        "bảo_vệ|nhân_viên|thợ|tài_xế|shipper|lễ_tân|phục_vụ|y_tá|bác_sĩ|cô_giáo|thầy|tư_vấn "
        ".. .. quát|chửi|la|mắng|hét|gắt|lườm|đuổi|nạt|bơ|lơ|làm_lơ|ẩu|cẩu_thả|hỗn",
        "arrived|came|was|is|were|got|food|pizza|coffee|room .. cold|late|dirty|broken|noisy"
        "|stale|wrong|damaged|torn|smelly|burnt|raw",
        "app|web|website|phần_mềm|hệ_thống|máy|trang .. .. bị? đứng!|đứng_hình|đứng_máy|treo"
        "|văng|thoát_ra|load_hoài|quay_vòng",
        "giặt|mặc|đi|xài|dùng|chạy|bật|ngồi|đeo .. lần|bữa|hôm|ngày|tuần|tháng đã|là|mà|thì "
        ".. phai|phai_màu|rách|bung|hư|hỏng|gãy|đứt|xù|giãn|nứt|lỗi|chết|sập",
        "<no> .. thanh_toán|đăng_nhập|truy_cập|kết_nối|kích_hoạt|sử_dụng được",
        "xài|dùng|mua|lắp .. có|mới|được # ngày|tuần|tháng|bữa|hôm .. hư|hỏng|lỗi|bể|chết|gãy|rách",
        "charged|billed|debited|deducted twice|double|wrong|wrongly|extra|again|already|without",
        "still|yet have_not|haven_t|not|no .. received|arrived|heard|refund|reply|fixed|resolved",
        "waste of my|our|time|money",
        "# ngày|tuần|tháng|bữa|hôm|tiếng rồi|nay .. chưa|không|ko|mà .. thấy|có|tới|xong|ai|được",
        "thu|nhận|lấy|cầm tiền rồi|xong .. lặn|im|mất|biến|bỏ|lơ|trốn",
        "mới|vừa ngồi|nằm|mặc|đi|bật|cắm|đụng|mở .. đã|mà|là|thì .. gãy|bể|rách|hư|hỏng|cháy"
        "|đứt|lỗi|bung|sập",
        "một|hai|ba|bốn|năm|sáu|mấy|cả ngày|tuần|tháng|bữa|hôm|tiếng rồi|nay .. chưa|không|ko"
        "|mà .. thấy|có|tới|xong|ai|được",
        "sửa|làm|lắp|giao|phục_vụ kiểu gì|chi vậy|thế|kỳ",
        "left|dropped|threw|dumped it|them|my .. in_the_rain|outside|on_the_street|at_the_wrong",
    ),
    "objection_price": (
        "<expensive> quá|thế|vậy|dữ|ghê|vãi|xỉu|rứa|hơn|hè|nha|so_với|hơn_chỗ|lắm|z|wa|v|nhỉ|ta",
        "hơi|quá|sao|giá|khá|too|so|bit|quite|bán|mà|cũng <expensive>",
        "giá|phí|học_phí|chi_phí .. mắc|đắt|chát|cao|căng|trên_trời",
        "vượt|quá|ngoài|over|out_of|beyond|lố của? our? ngân_sách|budget|khả_năng|tầm|kinh_phí"
        "|túi_tiền",
        "<other_seller> .. rẻ_hơn|thấp_hơn|có|rẻ|cheaper|tốt_hơn|mềm_hơn .. #? ",
        "rẻ_hơn|cheaper .. <other_seller>",
        "<other_seller> .. báo|bán|chào|lấy .. #",
        "không|ko|k|đâu đủ|nhiều tiền|ngân_sách|kinh_phí",
        "không_kham_nổi|kham_không_nổi|can't_afford|cannot_afford|cant_afford|cắt_cổ|không_đáng"
        "|không_mua_nổi|ko_mua_nổi|chém|hét_giá|chặt_chém|xót_tiền|tốn_tiền_quá",
        "ngân_sách|kinh_phí có_hạn|eo_hẹp|hạn_hẹp|hạn_chế|ít",
        "price .. high|steep",
        "too|so|quite|bit|kinda rich|steep|dear|much_for",
        "arm_and_a_leg|break_the_bank|rip_off|ripoff|out_of_my_league|can_t_stretch",
        "tiền đâu ra? .. mua|trả|nổi|đủ|kham|theo|xài",
        "không|ko|sao|đâu .. mua_nổi|kham_nổi|theo_nổi|trả_nổi",
        "giá|tiền đó|này|vậy|thế thì? thà|để|qua .. chỗ_khác|bên_khác|nơi_khác",
        "cao|đắt|mắc|chát gấp|hơn .. lần|đôi|rưỡi|nhiều|hẳn|người_ta|chỗ",
        "so_với|so|compared_to .. thì? .. cao|đắt|mắc|higher|expensive",
        "double|twice|triple the|what price|i|we|cost|pay",
        "bán|lấy|có|chỉ nửa|phân_nửa|một_nửa|1_nửa giá|tiền",
        "way|well|far over|above|beyond",
        "more_than|over|above|beyond .. we|i|what .. can|could|have|budgeted|planned|spend|pay"
        "|afford",
        "lương|thu_nhập|tiền_lời|tiền_lương .. chưa|không|ko|cũng|bằng|mới .. được|tới|bằng|đủ"
        "|nhiêu",
        "rẻ hơn .. triệu|trăm|ngàn|nghìn|củ|k|lận|nhiều",
        "budget|money|wallet|salary .. won_t|doesn_t|cannot|can_t|not stretch|cover|allow"
        "|reach|enough",
        "giá .. té|xỉu|hết_hồn|giật_mình|chóng_mặt|té_ghế|ngất|choáng|sốc|đau_tim",
        "steep|overpriced|exorbitant|pricey|extortionate",
        "offered|quoted|sells|sell|charges|gave|got .. half|less|cheaper|lower",
        "don_t|do_not|doesn_t .. have that|this|enough kind? of? money|cash|budget",
    ),
    "not_interested": (
        "<no> <me>? có? nhu_cầu|quan_tâm|hứng_thú|mặn|interested",
        "<no>|không_còn có_nhu_cầu|nhu_cầu|quan_tâm",
        "^ <call>* <me>? hiện|giờ|bên? <me>? <no> cần <call>* $",
        "<me> hiện|đang|tạm_thời|giờ|thì|cũng? <no> cần đâu|em|nữa|nhé|nha|lắm|,|ạ",
        "<no> cần đâu|nữa|em_nhé|nhé|nha",
        "<me> <no> cần <call>* $",
        "<no> mua|lấy|đăng_ký|tham_gia|hợp_tác đâu|nữa|nha|nhé|em",
        "<no> cần <call>* $",
        "<no> cần|dùng|xài|đụng|có_nhu_cầu tới|đến|gì|cái|món|thứ|dịch_vụ|loại đâu|nữa|này|đó|kia"
        "|cái|dịch_vụ|gì|hết",
        "[ thôi <me>? <no> mua|lấy|hợp|cần",
        "<no> phù_hợp|hợp với|lắm|nữa",
        "mua|lấy|ký|chọn|đặt|dùng|xài .. chỗ_khác|bên_khác|nơi_khác|hãng_khác|nhà_khác",
        "<me> có|mua|dùng rồi <call>* $",
        "[ đã? có|mua|đặt rồi <call>* $",
        "<me> có|ký|dùng|xài đối_tác|nhà_cung_cấp|mối|bên_làm|bên_khác|người_làm rồi|r",
        "decided not|against ..",
        "not|no_longer|isn't interested|for_us|for_me|needed",
        "already have|use|using|bought",
        "no need",
        "don_t|dont|do_not need it|this|that|any|one|anything",
        "went|going with someone|another",
        "hết nhu_cầu|cần",
        "từ_chối|xin_từ_chối <call>* $",
        "i'll pass",
        "hỏi|coi chơi|cho_biết|cho_vui thôi",
        "nhắn|bấm nhầm chỗ|quảng_cáo|thôi|số",
        "có|biết .. .. đâu|chi mà mua|lấy|đặt|học|xài|dùng|đăng_ký",
        "mua|lấy|xài|sắm|học .. làm_gì|làm_chi|mần_chi",
        "go|going|gone|went|decided|chosen .. another|someone|a_different|other|against"
        "|elsewhere vendor|supplier|else|provider|company|one|buying|it|shop?",
        "đổi_ý|bỏ_kế_hoạch|dẹp_ý_định|huỷ_dự_án|hủy_dự_án|hủy_kế_hoạch",
        "cần|mua|xài|lấy|sắm chi|làm_chi ba|mấy|thứ|cái",
        "<no> cần .. thuê|mua|nhờ|ngoài|ai",
        "tự <me>? làm|lo|viết|nấu|sửa|may được|rồi|hết",
        "just|already|recently renewed|signed|bought|committed|extended with|our|a|one|another"
        "|it|this",
        "[ <call>* <me>|<place>|nhà <me>? .. lắp|mua|sắm|trang_bị|thay|thuê rồi|r|rùi <call>* ]",
        "<no> cần|mua|lấy|xài|dùng .. đâu <call>* ]",
        "not something|anything we|i|for",
        "hired|signed|went_with|have .. someone|somebody|another else?",
        "no use|need|interest for|in",
        "[ <call>* thôi <call>* nhà|quán|chị|anh|em|cô|chú|bên .. không|ko|hổng|hông ..",
        "<me> có nguồn|mối|chỗ|nơi .. khác|rồi|quen|ruột",
    ),
    "postpone": (
        "để|cho <me>? .. <mull>|<later>",
        "suy_nghĩ thêm|đã|lại|kỹ",
        "khi_nào|lúc_nào|bao_giờ|khi|chừng_nào cần|có_nhu_cầu|rảnh|tiện|quyết .. nhắn|gọi|liên_hệ"
        "|alo|báo|ib"
        "|nói|coi|xem|hay",
        "có_gì|cần <me>? .. báo_lại|liên_hệ|nhắn|báo|gọi|inbox sau|lại|em|nhé|nha|bạn",
        "chưa|không|ko|k|hông|không_cần|ko_cần|chưa_cần vội|gấp",
        "từ_từ|tạm_hoãn|tạm_dừng|tạm_gác|gác_lại|tính_sau|hẵng_hay|rồi_tính|hãy_hay|hoãn_lại"
        "|nói_sau",
        "chưa quyết|chốt|tính|đến_lúc|phải_lúc|mua_liền|định|sẵn_sàng",
        "đang họp|lái_xe|chạy_xe|dở_tay|bận",
        "<me> bận|họp",
        "tham_khảo thôi|trước|thêm_đã|đã",
        "mới|đang|chỉ tham_khảo|cân_nhắc|so_sánh|xem_xét|tìm_hiểu_thôi",
        "cân_nhắc|suy_xét thêm|đã",
        "dời|lùi|đẩy|hoãn lại? sang|qua|tới năm_sau|quý_sau|tháng_sau",
        "lát|tí|chút|lát_nữa|tối!|mai|rảnh .. rep|trả_lời|xem|nhắn|nói_chuyện",
        "sau|qua|ra tết .. tính|nói|liên_hệ|nhắn|hay",
        "think about it",
        "^ <call>* we ll|will see <call>* $",
        "get back to you",
        "maybe later|next",
        "not now|right_now|ready|yet_ready",
        "some other|another time",
        "no rush|hurry",
        "on hold",
        "[ <call>* pending|hold|delay|postpone|tạm_ngưng|treo .. lại|giúp|đã|đến|tới|until|till"
        "|qua",
        "<me>|mình|ta|cứ pending|hold|delay",
        "tháng_sau|tuần_sau|sang_năm|sau_tết|năm_sau|quý_sau|hôm_sau|đợt_sau .. follow|follow_up"
        "|nhắc_lại|nói_tiếp|bàn_tiếp|tính_tiếp|trao_đổi_tiếp|liên_hệ_lại|next_quarter",
        "i'm|im|am busy|swamped|tied_up|snowed_under|in_a_meeting|travelling|traveling|on_holiday",
        "ping|message|contact|try|ask|check_with|reach me|us again? in|next|after|later",
        "nhắn|gọi|liên_hệ lại? cho? <me>? tháng_sau|tuần_sau|sang_năm|sau_tết|năm_sau|quý_sau",
        "tháng_sau|tuần_sau|sang_năm|sau_tết|năm_sau|quý_sau nhắn|liên_hệ|gọi lại",
        "giờ|hiện|hiện_tại|bây_giờ thì? chưa",
        "bữa_khác|hôm_khác|lúc_khác|khi_khác|dịp_khác|để_khi_khác .. nói|tính|đi|nha|gặp|coi"
        "|hẵng|bàn",
        "thư_thả|thong_thả|từ_từ|thủng_thẳng|chậm_chậm|từ_từ_đã cái|đã|vài|rồi|bữa|nha|em|hẵng"
        "|chị|anh",
        "<later> .. <me> gọi|nhắn|liên_hệ|báo|alo|tính|trả_lời lại|sau",
        "bận quá|lắm|tối_mắt|túi_bụi|dữ",
        "bận! ghê",
        "đang kẹt|mắc_việc|dở|có_việc",
        "bữa|hôm|ngày nữa .. quyết|tính|báo|nói",
        "pick|revisit|resume|restart|discuss|reconnect|talk up|this|it|again|about .. again"
        "|later|in|next|after",
        "xong .. rồi|thì|mới <me> liên_hệ|nhắn|gọi|báo|alo|tính|quay_lại",
        "rồi <me> liên_hệ|nhắn|gọi|báo|alo lại|sau",
        "sleep on it|this",
        "run this|it|that by|past",
        "need|have|got|want|let_me to? check|ask|discuss|talk|consult|speak .. first",
        "reply|respond|write|answer|talk|get_back|message later|tomorrow|tonight|afterwards|after",
        "chừng_nào|khi_nào|bao_giờ|lúc_nào|khi .. xong|rồi|hết .. <me> kêu|gọi|nhắn|báo|alo"
        "|liên_hệ|tính",
        "thư_thư|khất|từ_từ|thủng_thẳng .. vài|ít|mấy|cho",
        "cho <me> vài|mấy|ít|thêm bữa|hôm|ngày|tuần|thời_gian",
        "get|come|circle back to me|us|you",
    ),
}
