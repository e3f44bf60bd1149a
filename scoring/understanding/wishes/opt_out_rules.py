"""How people say that messages should end or their data go, and what only sounds so."""

from __future__ import annotations

RULES: dict[str, tuple[str, ...]] = {
    "opt_out": (
        # One word is enough when it is the whole message.
        "^ <head>* dừng!|stop|ngừng|ngưng|unsubscribe|unsub|unsubcribe|quit|stopp|dừng_lại"
        "|ngừng_lại|opt_out|optout|hủy_đăng_ký|hủy_dk|hủy_đk|block|chặn!|hủy_theo_dõi|bỏ_theo_dõi"
        "|unfollow|stop_all|tắt_bot|end_chat|im_đi|im_lặng|dừng_chat|stop_chat|dừng_ngay"
        "|unsubscribe_me|dẹp|bỏ_đăng_ký|stopall|tắt_đi|dừng_đi|dừng_luôn <tail>* $",
        # Bare, these are as often something else (đúng rồi, anh Huy), so they stand quite alone.
        "^ /? dừng|hủy|cancel|tắt!|chặn|end|tc $",
        ", dừng!|stop ]",
        "^ <head>* <me>? đã|sẽ|đang? block|blok|chặn! <blocked>* $",
        "^ <head>* <me>? sẽ? block|chặn số|nick|luôn|liền|page|bây_giờ|zalo <blocked>* $",
        "^ / stop|dừng|unsubscribe",
        "^ hủy! đi|luôn|nhé|nha|hết <tail>* $",
        ", dừng|stop|ngừng|ngưng|dẹp|tắt đi|ngay|lại|luôn|nhé|nha|please|now|thôi|giùm <tail>* $",
        "i said|told|asked|mean .. stop ]",
        "làm_ơn|xin|please|pls|vui_lòng dừng!|dừng_lại|stop|ngừng|ngưng <tail>* $",
        # đừng nhắn nữa, ngừng gọi cho tôi
        "đừng|đừng_có|đừng_bao_giờ|đg|cấm ... <reach>|<bother>",
        "<dont> .. <reach>|<bother>",
        "<dont> <filler>* <reach>|<bother>",
        "<no> tiếp_tục <filler>* <reach>|gửi|gởi",
        "discontinue|terminate|cease|end .. further|all|any .. contact|communication|messages|calls"
        "|communications",
        "withdraw|revoke .. consent ... messages|marketing|calls|texts|emails|contact",
        "<no>|<unwilling>|<dont> ... <reach>|<bother>|gửi|gởi|send ... <no_more>",
        "<no>|<unwilling>|<dont> ... <receive> .. <feed> ... <no_more>",
        "<no>|<unwilling>|<dont> <filler>* nhận|nhận_thêm|đọc <no_more>",
        "<no_more> .. <no>|<unwilling>|<dont> ... <reach>|<bother>|<receive>",
        "nghỉ|thôi_khỏi|thôi_đừng <filler>* <reach>|gửi_tin|liên_lạc|liên_hệ cho? <me>? <tail>* ]",
        "khỏi|miễn <filler>* <reach>|gửi_tin|liên_lạc|liên_hệ cho? <me>? <tail>* $",
        "<me>|<head> hủy|huỷ|tắt|cắt|dừng|ngừng|ngưng|stop <filler>* nhận <me>? <tail>* ]",
        "hủy|huỷ|tắt|cắt|ngắt|chặn|dừng!|ngừng|ngưng|chấm_dứt|dẹp|off|cancel|stop ..."
        " <feed> .. giùm|giúp|dùm|hộ|đi|nhé|nha|luôn|ngay|please|pls",
        "bỏ|rút|gỡ|loại|lấy|xóa số|sđt|sdt|tên|nick của? <me> ra|đi|dùm|giùm|khỏi <tail>* ]",
        "đưa|cho|thêm|bỏ|ghi|add|put ... vào|vô|on|into|to .. danh_sách|list|ds .. không|ko|k|đen"
        "|chặn|no|not|don't|do_not|opt_out",
        "[ <head>* dừng|dừng_lại|ngừng|ngừng_lại|ngưng|ngưng_lại|stop giùm|dùm|giúp|hộ|đi <tail>*"
        " ]",
        "[ <head>* <no_more>? dừng|ngừng|ngưng|stop ở_đây|tại_đây|here <tail>* ]",
        "^ <head>* stop|unsubscribe|dừng!|ngừng! và|and|rồi|, xóa|xoá|delete|remove"
        "|đừng|don't|leave",
        "<dont_en> <filler>* nhắn|gọi|gửi|spam|làm_phiền|liên_hệ",
        "<dont> gửi|gởi|nhắn|hỏi|nhắc|kêu|réo|send|bắn|tư_vấn|chào <filler>* <me>? <again>",
        "<dont> gửi|gởi|nhắn|send cho <me> .. <again>",
        "<dont> <filler>* gửi|gởi .. <feed> <again>?",
        "<dont> nói_chuyện|trò_chuyện với <me> <again>",
        "<dont> nhắn|gửi|gọi <me>? <tail>* $",
        "đừngnhắn|đừnggọi|đừnggửi|dừngnhắn|đừngspam|dừnggửi|đừnglàm_phiền",
        # không nhắn nữa, khỏi gọi nữa, vui lòng không gọi
        "<no> <filler>* <reach> <me>? <again>",
        "khỏi|miễn <reach> luôn",
        "<no> <filler>* <reach> cho|tới|đến|với|qua <me> .. <again>",
        "<no> <filler>* <bother> <me>? <again>",
        "<no> <filler>* gửi|gởi cho? <me>? <again>",
        "<no> <filler>* gửi|gởi .. <feed> .. <again>",
        "<plea> <me>? không|ko|k|khỏi|miễn|đừng|dừng|ngừng|thôi <filler>* <reach>|<bother>",
        # không muốn nhận tin
        "<unwilling> <filler>* <receive> .. <feed>",
        "<unwilling> <receive> gì|mấy_cái_này|mấy_thứ_này <again>?",
        "<unwilling> <filler>* <bother>",
        "<unwilling> <filler>* nghe|bắt|nhận điện_thoại|máy|cuộc_gọi|điện .. <again>|từ|của",
        "<unwilling> <filler>* <reach> .. <again>",
        "<unwilling> bên|shop|ai|nhân_viên|các_bạn|em|bạn .. <reach>|<bother>",
        "không_đồng_ý|ko_đồng_ý|không_cho_phép cho .. <reach>|<bother>",
        "<unwilling> liên_lạc|liên_hệ|dính_dáng|dây_dưa",
        "<no>|<dont> <receive> <feed> <filler>* <again>",
        "<no>|<dont> nhận|nhận_thêm|nhận_các|nhận_bất_kỳ tin|tin_nhắn|quảng_cáo|tin_quảng_cáo"
        "|tin_nhắn_quảng_cáo|qc"
        "|thông_báo|bản_tin|newsletter|spam|cuộc_gọi|tin_khuyến_mãi|tn",
        "<dont> <receive> tin|thông_báo|email|quảng_cáo",
        "<cancel> <receive> <feed>",
        "<cancel> <feed> cho <me>",
        "<cancel> đăng_ký|đk|dk <receive>",
        "rút|rút_lại|thu_hồi|hủy|hủy_bỏ|ngưng sự? đồng_ý|đăng_ký|chấp_thuận|việc <receive>",
        "<cancel> đăng_ký|đk|dk <tail>* $",
        "hủy|tắt|ngừng|dừng|ngưng|bỏ|chặn|off|dẹp|cắt giùm|giúp|dùm|hộ|hết? thông_báo|quảng_cáo"
        "|tin_nhắn|tin"
        "|tin_quảng_cáo|noti|notification|bản_tin|tin_rác|sms|email|newsletter|gửi_tin"
        "|tin_nhắn_quảng_cáo|tin_khuyến_mãi|mấy_tin_này|mấy_cái_tin_này|tn tự_động? <tail>* $",
        "hủy|bỏ|ngừng theo_dõi|follow|quan_tâm|subscribe",
        # Out of the list.
        "xóa|bỏ|gỡ|loại|rút|đưa|cho số|sđt|tên|nick? của? <me> ra_khỏi|khỏi danh_sách|list|ds"
        "|nhóm|group|đây|đi|chương_trình|hội|diện",
        "số|số_điện_thoại|sđt|sdt|số_đt|email này? .. khỏi|ra_khỏi danh_sách|list|ds",
        "<me> .. ra_khỏi|khỏi .. danh_sách|list|ds|nhóm|nhóm_chat|group",
        "xóa|bỏ|gỡ|loại|rút .. khỏi|ra_khỏi danh_sách|list|ds gửi|nhận|tin|này|khách|email|sms"
        "|zalo|marketing|quảng_cáo|tư_vấn|liên_hệ|của_bên|bên",
        "remove|take|drop|delete me|my_number|this_number|my_name|us|my_email .. off|out|list"
        "|lists",
        "remove me",
        # A number taken away is an end of calls; only data are erased.
        "remove|take_off|take_out my|this phone|mobile|cell? number|phone|email|name ]",
        # Leave me alone, or I shall block you.
        "để|để_cho <me> yên <tail>* ]",
        "để|để_cho|cho <me> được_yên|yên_thân|yên_ổn|được_yên_thân|được_yên_ổn|bình_yên",
        "để yên cho <me>",
        "buông_tha|tha cho? <me>",
        "tha cho .. của <me>",
        "leave me|us alone|be",
        "rather|prefer not .. get|receive|be|hear|have .. <feed>|contacted|called|texted|these|them"
        "|from_you|more",
        "báo_cáo|báo_nhà_mạng|báo_công_an|kiện|tố_cáo|report|chặn|block .. nếu|khi ..."
        " <receive>|<reach>|<bother>|<feed>",
        "<dont> ... gửi|gởi|chạy|bắn|đẩy|nhắn ... vô|vào|qua|tới|về đây|inbox|máy|số_này|zalo|mail"
        "|số|tin_nhắn <me>? <tail>* ]",
        "<feed> ... , ... tắt|dẹp|dừng|hủy|huỷ|ngưng|ngừng dùm|giùm|giúp|hộ|đi|luôn|ngay <tail>* ]",
        "<cancel> tick|chọn|mục <receive>",
        "out of|off this|the|your|that|these? list|lists|texts|emails|messages",
        "[ no <feed> please|pls|thanks",
        "<dont_en> reply|respond|write to|back? .. anymore|number|again",
        "[ <head>* thôi_ngay|dẹp_ngay|dừng_ngay|im_ngay|ngưng_ngay|ngừng_ngay <tail>* ]",
        "[ <head>* block|chặn! luôn|liền|ngay|số|zalo|nick|page <blocked>* ]",
        "<dont> kiếm|tìm|theo|đeo|hỏi_thăm <me> <no_more>",
        "<dont>|không_cần|ko_cần|k_cần|khỏi|khỏi_cần chăm_sóc ... <no_more>",
        "bảo|nói|nhắc|kêu|dặn .. thôi|ngưng|dừng|khỏi <reach>",
        "<cancel> chế_độ|tính_năng|cái|vụ .. nhắn|gửi|gọi .. <me>",
        "^ <head>* get lost",
        "lose my number",
        "<me>? sẽ|đã|phải|cho|tao|tôi|mình|chị|anh|em|để|liền|giờ|là|thì chặn|block|report số|nick"
        "|page|shop|zalo|luôn|liền|đấy|đó|nha|nhé|đây|bạn|em|rồi|bot|hết|ngay|spam|bây_giờ|now|giờ",
        "chặn|block|report đây|số|nick|luôn|liền|ngay|nha|nhé|nghe|giờ|shop|page|bạn|mày|em|bot"
        "|you|this|hết|now <tail>* $",
        "not consent|agree|authorize .. messages|marketing|calls|contact|texts|emails|contacted",
        "[ <head>* cho vào|vô|zô blacklist|black_list|danh_sách_đen|danh_sách_chặn",
        "báo_cáo|report|tố_cáo|phản_ánh|tố <filler>* spam|quấy_rối|tin_rác|làm_phiền",
        "i|i'll|will|gonna block you|this|u",
        "blocking you|this|u",
        "chặn|block|báo_cáo nếu|mà|khi còn|tiếp_tục|cứ nhắn|gọi|gửi|spam|làm_phiền",
        "còn|cứ|tiếp_tục nhắn|gọi|gửi|spam|làm_phiền .. chặn|block|báo_cáo|report|kiện"
        "|báo_công_an|tố_cáo",
        "cease|stop|end all|any|further contact|communication|messages|communications",
        "<reach>|<bother> .. <again> .. chặn|block|báo_cáo|report|kiện|tố_cáo",
        # So much of it that the writer wants it over.
        "<reach>|<bother> .. nhiều|hoài|suốt|liên_tục|miết|phiền|quài|cả_ngày quá|lắm|vậy|ghê|dữ"
        "|rồi|thế|vãi? ,? .. hủy|chặn|block|dừng|ngừng|ngưng|tắt|stop|unsubscribe <tail>* ]",
        "spam hoài|suốt|miết|liên_tục|quá|vừa_thôi|nhiều|ghê|dữ|vãi|vl|lắm|cả_ngày|suốt_ngày",
        "spam gì|chi|cái_gì mà? hoài|lắm|nhiều|dữ|vậy|thế|ghê|quá",
        "hết spam|làm_phiền|nhắn_tin đi",
        # An end of the whole contact.
        "dừng|chấm_dứt|kết_thúc|ngừng|ngưng|end|stop cuộc|việc|this|the|mọi|luôn? trò_chuyện"
        "|liên_lạc|hội_thoại|conversation|chat|nói_chuyện|trao_đổi|liên_hệ|đoạn_chat|tương_tác",
        "không_còn|hết liên_lạc|liên_hệ nữa",
        "cắt|ngắt|ngưng|ngừng|dừng|cắt_đứt liên_lạc|tương_tác|trao_đổi",
        "dừng|ngừng|ngưng ở_đây|tại_đây <tail>* $",
        # English.
        "<dont_en> <reach_en>",
        "<dont_en> .. <reach_en> me|us|anymore|again|any_more|this_number",
        "<dont_en> ever|you|even|dare|keep|please|again <reach_en>",
        "stop receiving|getting",
        "<dont_en> send .. anymore|again|any_more",
        "<dont_en> want|wish|like|need|care .. messages|texts|emails|calls|spam|ads|promotions"
        "|notifications|updates|marketing|newsletters|contacted|bothered|messaged|hear_from"
        "|mails|sms|promos|reminders",
        "unsubscribe|opt_out|opt_me_out|opting_out|unsub|unsubscribed",
        "refrain|abstain|desist from .. <reach_en>",
        "no more <feed>",
        "<cancel> my|the|this|these|all subscription|subscriptions .. updates|emails|texts|messages"
        "|newsletter|alerts|notifications|ads",
        "no_longer|<dont_en>|not|never want|wish|like|need|care|agree|consent .. receive|get|have"
        "|hear .. communication|communications|correspondence|contact|anything|from_you",
        "<dont_en>|not|no_longer want|need|like|wish any|anymore|more|any_more|further|another"
        "|these"
        "|those|such .. messages|texts|emails|calls|ads|notifications|promotions|sms|spam|offers",
        "not want|wish .. messages|texts|emails|calls|contacted|hear_from|ads",
        "no longer .. messages|texts|emails|calls|contacted|contact|hear_from|updates|bothered",
        "no_longer|<dont_en>|not want|wish|like|need|care|interested to|in? receive|receiving|get"
        "|getting|be|hear|hearing .. messages|texts|emails|calls|contacted|from_you|ads|promotions"
        "|notifications|updates|newsletters|newsletter|texted|called|messaged|offers|sms",
        "no more|further .. messages|texts|emails|calls|contact|ads|spam|notifications|promos",
        "^ no|stop|no_more messages|texts|emails|calls|ads|spam|marketing|sms|mails <tail>* $",
        "stop this|it|that|the|these now|immediately|spam|messages|texts|calls|emails|ads",
        "go away",
        "not interested stop",
        "[ <head>* nghỉ! nhắn|nhắn_tin|gửi|gửi_tin|gọi|spam <filler>* "
        "giùm|dùm|giúp|hộ|đi|cái|ngay|luôn|lại",
        "stop ,? i'm|im|i_am not|no interested|longer",
    ),
    "delete_data": (
        "<data> ... , .. xóa|xoá_hết|gỡ|delete giúp|giùm|đi|hết|dùm|hộ|ngay|nhé|nha|luôn|please",
        "cho|để_lại|đưa|gửi số|sđt|thông_tin .. , .. xóa|gỡ|delete giúp|giùm|đi|hết|dùm|hộ|ngay|nhé"
        "|nha|luôn",
        "<erase> <data> của? <me> .. trong|khỏi|ra_khỏi|trên máy|hệ_thống|danh_bạ"
        "|danh_sách|list|crm",
        "<erase> .. <data> .. <me> đã|vừa|từng|lỡ gửi|cho|cung_cấp|để_lại|nhập|khai|đưa",
        "rút|rút_lại|thu_hồi|lấy_lại <data> .. đã|lỡ|vừa|hôm gửi|cho|cung_cấp|để_lại|đưa|trước",
        "<erase> liên_lạc|liên_hệ|contact của? <me>",
        "want|need|like|request ... <data> ... deleted|erased|removed|wiped|gone",
        "<erase> all|any|every? of? my|our <data>",
        "<erase> .. thông_tin|dữ_liệu|tt cá_nhân",
        "<erase> .. <data> .. <own>",
        "<erase> .. <data> .. của <me>",
        "<erase> hết|sạch|tất_cả|mọi|toàn_bộ|everything|all|any|anything ... về|about"
        "|liên_quan|on <me>|me",
        "<erase> những|mọi|hết|tất_cả|toàn_bộ .. gì ... <me>",
        "<erase> hết|tất_cả|mọi|everything|all|anything ... you|u|bot|bên have|hold"
        "|know|store|got|biết",
        "làm_ơn|vui_lòng|xin|nhờ|please|pls|cho <me>? <erase> .. <data> cá_nhân|của|you|on|about|,",
        "<erase> giúp|giùm|dùm|hộ|cho|hết|toàn_bộ|tất_cả|mọi .. <data>",
        "<erase> my|all_my|any .. <data>",
        "xóa giúp|giùm|dùm|hộ .. <data>",
        "yêu_cầu|đề_nghị|vui_lòng <me>? xóa .. <data>",
        "<erase> .. mọi_thứ|tất_cả|hết|everything về|about|liên_quan <me>|me|đến|tới",
        "<erase> <data> và|với|and|,|cùng|lẫn toàn_bộ|tất_cả|mọi|hết|các|all|any|my? <data> "
        "<own>|đi|giúp|giùm|dùm|hộ|ngay|luôn|please",
        "lưu|giữ|có .. <me>|<own> .. xóa|xóa_hết|delete hết|đi|giúp|sạch|luôn|ngay",
        "<erase> .. <data> cá_nhân|about_me|of_mine|you_have",
        "<data> <own> .. xóa|xoá_hết|xóa_đi|gỡ|delete giúp|giùm|đi|hết|dùm|hộ|ngay|nhé|nha|luôn",
        "[ <head>* xóa|delete|erase|gỡ <data> <tail>* $",
        "[ <head>* xóa hết? dữ_liệu|thông_tin|data|sđt|số_điện_thoại|hồ_sơ",
        "<dont>|<no>|<dont_en> <filler>* <keep> <filler>* my? <data> <own>",
        "<dont>|<dont_en> <filler>* <keep> my? số|sđt|sdt|số_điện_thoại|thông_tin|info|number|data"
        "|dữ_liệu|phone_number|personal_data|details|information|thông_tin_cá_nhân|tên",
        "<unwilling> .. <keep> <filler>* <data>",
        "rút|thu_hồi|rút_lại|hủy|withdraw|revoke my? sự? đồng_ý|chấp_thuận|consent",
        "quyền được? lãng_quên|quên|xóa",
        "rút|rút_lại|thu_hồi hết|toàn_bộ|tất_cả|mọi <data>",
        "rút|rút_lại|thu_hồi <data> <own>",
        "<data> <own>? , xóa|xoá_hết|gỡ|delete giúp|giùm|đi|hết|dùm|hộ|ngay|nhé|nha|luôn|please",
        "quyền .. xóa <data>",
        "yêu_cầu|đề_nghị .. xóa <data> cá_nhân|đi|ngay|,|của",
        "right to be forgotten",
        "right to erasure",
        "erasure|deletion|removal of my|all|any .. <data>",
        "forget me|everything_about_me|my_data",
        "<data> .. phải_được|cần_được|be|được xóa|delete|deleted|erased|removed|wiped <again>?",
        "xóa <me> khỏi|ra_khỏi hệ_thống|dữ_liệu|database|data|máy|crm",
        "<erase> me from your|the database|system|records|crm|data",
        "xóa hết|sạch|toàn_bộ những? gì .. <me>|<keep>",
        "^ xóa hết|sạch|toàn_bộ|tất_cả <tail>* $",
        "^ / delete|xóa",
        "^ <head>* xóa|delete dữ_liệu|data|thông_tin|sđt|số_điện_thoại|my_data <tail>* $",
        "<me> muốn|cần|yêu_cầu|đề_nghị|request .. xóa|delete|erase|gỡ .. <data> <own>?",
        "want|request|like|need .. <data> deleted|erased|removed|wiped|gone",
        "data|dữ_liệu deletion|erasure|removal request",
        "quên số|sđt|thông_tin <me> đi",
    ),
}

# A hit above counts for nothing where one of these holds across it.
HARMLESS: dict[str, tuple[str, ...]] = {
    "opt_out": (
        "dừng|ngừng|ngưng|stop đọc|nghe|phát|xem|reading|playing tin|tin_tức|báo|truyện|nhạc|bài",
        "<no> <receive> <feed> trong_khi|khi|lúc|trước|sau|trong",
        "<dont_en> <reach_en> me? .. ,? <channel> is|works|instead|only|fine|will_do|would",
        "<dont> dừng|ngừng|ngưng|stop|hủy|tắt",
        "<dont>|<no>|<dont_en> <filler>* <reach>|<reach_en> cho? <me>? ngay|liền|now ,"
        " ... gọi|nhắn|call"
        "|text|message",
        "<dont_en> typing|chatting|writing|asking|talking .. and|,|. just?"
        " call|text|message|email me",
        "không_muốn|ko_muốn|k_muốn|không|chẳng_muốn làm_phiền|phiền|quấy_rầy em|shop"
        "|bạn|bên_em|nhưng"
        "|mọi_người",
        "<outsider> ... <reach>|<bother> ... chặn|block",
        "set|turn_on|enable|activate|bật|mở do_not_disturb|không_làm_phiền",
        "sao|tại_sao|vì_sao ... <no>|chưa .. <reach>|gửi|gởi",
        "<no> thấy .. gửi|gởi|<reach>",
        "<outsider> ... thì ... <dont>|<no>|<cancel>",
        "bot|hệ_thống|phần_mềm|app có .. <dont>|<cancel> ... không|ko|k|chưa|hông ]",
        "does|do|can|could|will|what_if your|the|it|my|our|we ... unsubscribe|opt_out",
        "xin_phép|tạm dừng|ngừng ở_đây|tại_đây",
        "dừng|ngừng ở_đây|tại_đây <tail>* , chào|tạm_biệt|bye|hẹn",
        "<dont_en> <reach_en> leads|customers|people|users|clients|everyone|someone|contacts|who"
        "|that|automatically",
        # What is not to be done is another thing; the call stands further on.
        "<dont> tính|thu|lấy|cộng|trừ|giao|đổi|giới_thiệu|mua|bán|chờ|đợi|sợ|buồn|giận"
        "|la!|chê|trách|nói"
        "|giảm|tăng|ghi|cắt|xóa|mang|đem|mở|đóng|chạy|dùng!|thuê|in|để|bắt|start|forget|wait",
        "anh|chị|tôi|mình|tui|cô|chú|bác không|ko|k|chẳng|sẽ_không gọi|nhắn|liên_hệ"
        " phàn_nàn|hỏi|đòi"
        "|giục|hối|nữa_đâu",
        "<dont>|<no> <filler>* <reach> <again>? <nod>* <me>? ghé|gặp|sẽ_ghé|sẽ_qua",
        "<dont>|<no> <filler>* <reach> <again>? <nod>* <me>? qua|tới!|đến!|sang shop|cửa_hàng|chỗ"
        "|văn_phòng|tiệm|xem|lấy|mua|ký",
        "<dont> hỏi|gõ|nhắc <again>? <nod>* <rather>* <channel>|gửi|tính|chốt|báo|cho|làm",
        "<dont> ... nhân|nhãn|nhận viên|hàng|hiệu|quà|khẩu|lời|cọc|tiền",
        "<outsider>|tự! ... khỏi <filler>* <reach>",
        "<no> thấy|nhận_được|nghe .. <feed>|<reach>",
        "<no> có ai|tin|cuộc|người|shop|bên .. <feed>|<reach>",
        "<dont>|<no> <filler>* <reach> qua|trên|bằng|via facebook|fb|messenger|mail|email"
        "|zalo|sms ]",
        "to|into|in|vào|vô|rơi|trong|mục|hộp|folder spam",
        "không_phải|ko_phải|k_phải|đâu_phải|không_có_ý|đâu_có .. <dont>|<cancel>",
        "not asking|saying|telling|trying .. <dont_en>",
        "<dont_en> want|need|wish|mean to unsubscribe|stop|opt_out|quit|cancel",
        "<dont>|<no> gửi|gởi thiếu|sai|nhầm|trễ|chậm|lộn|trùng|muộn|lẫn",
        "miễn|miễn_là|chỉ_cần|nếu|với_điều_kiện|as_long_as|if <me>|you? <dont>|<no>|<dont_en> ..."
        " là|thì|i'll|i_will|then",
        "<unwilling> <filler>* <reach>|<bother> <nod>* <rather>* <channel>",
        # Not this way but that way, in both orders.
        "<dont>|<no>|<dont_en> <filler>* <reach>|<reach_en> me? <me>? cho? <me>? <again>? <nod>*"
        " <rather>* <channel> <me>|me|lại|nhé|nha|thôi|đi|giúp|trực_tiếp|cho|là_được|được_rồi"
        "|thẳng|luôn|vô|vào|qua|số|mới|tiện|instead|please|cũng|dùm|giùm|ok|tiện_hơn|hơn|nhanh|only"
        "|mail|zalo|at|on",
        "<dont>|<no>|<dont_en> <filler>* <reach>|<reach_en> me? <me>? cho? <me>? <again>? <nod>*"
        " <rather>* <channel> $",
        "[ <head>* <rather>* <channel> gấp|ngay|liền|lại? cho? <me>? <nod>* <rather>*"
        " <dont>|<no>|<dont_en>"
        " <filler>* <reach>|<reach_en>",
        "<me>|i thích|muốn|prefer|quen|tiện <channel> <nod>* <rather>* <dont>|<no>|<dont_en>"
        " <filler>* <reach>|<reach_en>",
        # Not then, not so, not to them, not called that.
        "<dont>|<no>|<dont_en> <filler>* <reach>|<reach_en> me? cho? <me>? <when>|#",
        "<dont>|<no>|<dont_en> <filler>* <reach> cho? <me>? lúc #",
        "buổi|sáng|trưa|chiều|tối!|đêm|khuya|cuối_tuần|chủ_nhật|giờ_này|giờ_hành_chính|giờ_làm"
        "|giờ_làm_việc|hôm_nay|ngày_mai|sáng_mai|chiều_mai|tuần_này|tuần_sau|lúc_này|ban_đêm"
        "|đang_họp|trưa_nay|tối_nay|chiều_nay|sáng_nay|đêm_nay .."
        " <dont>|<no> <filler>* gọi|nhắn|call|liên_hệ",
        "đừng|đừng_có|<no>|don't|dont|do_not|never <filler>* <reach>|<reach_en> cho|tới|đến|với|vào"
        "|qua|cho_mấy|to <third>|vợ <own>? ]",
        "đừng|đừng_có|<no>|don't|dont|do_not|never <filler>* <reach>|<reach_en> cho|tới|đến|với|vào"
        "|qua|cho_mấy|to <third>|vợ <own>? vì|mà|nhé|nha|kẻo|biết|trước|đi|rồi|luôn|giờ|lúc|về|hỏi"
        "|bên|ở|này|đó|có",
        "đừng|đừng_có|<no> <reach> <third>",
        "<dont_en> <reach_en> <third_en> ]",
        "<dont_en> <reach_en> <third_en> about|at|on|with|for|directly|yet|until|again|before|after"
        "|by|from|in|to|unless|too|so|when|anymore|please|now|today",
        "<dont>|<no> gọi .. là|bằng",
        "<dont>|<no> gọi|kêu thêm? <called>",
        # How the parcel is to be handed over, or somebody asleep.
        "<dont>|<no> gọi|nhắn|kêu|alo|call <nod>* .. giao|ship|gửi .. cho|ở|trước|bảo_vệ|lễ_tân"
        "|tại|tới|đến",
        "<dont>|<no> gọi|nhắn|kêu|alo|call <nod>* .. để|bỏ|đặt|treo .. trước|ngoài|cổng|cửa"
        "|bảo_vệ|lễ_tân|tủ|hàng|dưới|đồ",
        "nhắn|gửi|gởi|inbox|email|zalo tin|mail|zalo|qua|cho|giúp|báo .. .. , <dont>|<no> gọi|alo"
        "|call"
        " <nod>* ]",
        "giao|ship .. .. ,? <dont>|<no> gọi|nhắn|kêu|alo|call <nod>* $",
        "để|bỏ|đặt|treo .. trước|ngoài|cổng|cửa|bảo_vệ|lễ_tân|tủ .. ,? <dont>|<no> gọi|nhắn|kêu|alo"
        "|call <nod>* $",
        "<dont>|<no> <filler>* gọi|nhắn|kêu|alo|call|<bother> <nod>* .. đang|còn|vừa ngủ|họp|học"
        "|thi"
        "|bệnh|ốm|lái_xe",
        # For a while only.
        "<dont>|<no>|<dont_en> <filler>* <reach>|<bother>|<reach_en> <me>|me? .. trong|cho_tới"
        "|cho_đến|đến!|tới!|for|until|till vòng|an|a|the|next? #|một|vài|mấy|nửa!|hour|minute|while"
        "|moment|sáng|mai!|khi",
        "<dont_en> disturb|bother|spam|call|message|text|contact sign|mode|button|notice|folder"
        "|filter|list"
        "|centre|center|and_drive|support|customer_service|customer_support|police|him|her",
        "stop|<dont_en> notifications|notification|sms|messages|alerts|emails|texts from|for|about"
        " twitter|facebook|instagram|gmail|my|app|apps|news|email",
        "<dont_en> want|need|like|send|sending|receive|mail|print .. .. paper|statements|receipts"
        "|bills|invoices|statement|receipt|voicemail",
        "unsubscribe|opt_out from|of the|my|a|this? .. plan|trial|premium|service|subscription|gym",
        "<no> <filler>* <reach>|gửi|gởi <me>? <again> hả|à|hở|sao|ư|á ]",
        "remove|take .. from|off .. waiting|waitlist|guest|guest_list|wait|shopping list|booking",
        "take me off speaker|mute|hold|the_phone",
        "go away mode|message|from|for|on|with|to",
        "<dont_en> call me sir|mr|miss|madam|by|that|a|names|mrs|ma'am",
        "<dont>|<no> <filler>* <reach> vội ]",
        # Busy now, or calling back oneself.
        "đang|bận .. .. <dont>|<no> <filler>* gọi|nhắn|alo|call|liên_hệ <nod>* ]",
        "đang|bận .. .. <dont>|<no> <filler>* gọi|nhắn|alo|call|liên_hệ <nod>* lúc|giờ"
        "|bây_giờ|giùm",
        "<dont>|<no> <filler>* <reach> liên_tục|hoài|suốt? <nod>* ,? <me>? đang|bận",
        "[ giờ|bây_giờ|hiện_giờ|nay <dont> gọi|alo|call",
        "<unwilling> làm_phiền|quấy_rầy , nhưng|mà|chỉ",
        "để|để_cho|cho <me> được? yên tâm|lòng|chí|vị|bình|tĩnh|bề",
        "<dont>|<no> <filler>* <reach> <nod>* .. <me> .. gọi|nhắn|liên_hệ|alo lại|sau",
        "<dont_en> <reach_en> me? .. ,? i'm|i_am|am driving|busy|in_a|at|working",
        "<dont>|<no> gọi|nhắn|liên_hệ được|ai|người|đâu",
        "<dont>|<no> nhắn_tin|nhắn|chat được",
        "<dont>|<dont_en> quên|ngại|ngần_ngại|lo|chần_chừ|để|bỏ|hesitate|forget|miss|worry|be",
        "<dont_en> just <reach_en>",
        "<no>|<unwilling> <filler>* nhận được",
        "chưa|không|ko|k|sao .. thấy|nghe ai|shop|bên_em|em|bạn|người <reach>",
        "không|ko|k ai|thấy_ai|người <reach>",
        "lâu|lâu_rồi|dạo_này|hồi_này .. <no> <reach>",
        "bị .. chặn|khóa|block",
        "muốn|cho|xin|cần|đang|được|có|để|tôi|mình|em|anh|chị tạm dừng|ngừng|ngưng gói",
        "tạm! dừng|ngừng|ngưng gói",
        "[ tạm dừng|ngừng|ngưng gói",
        "<dont>|<no>|<cancel> ở? gói bảo_trì|bảo_hành|cơ_bản|cao_cấp|phần_mềm|nâng_cao|tháng|năm|cũ"
        "|kia|khác",
        "<dont_en> bother with|to",
        "<dont> quảng_cáo|pr|chào_hàng quá|nhiều|lố|nói",
        "<dont>|<no> nhắn giá|báo_giá|địa_chỉ",
        "sao|tại_sao|vì_sao|why|lý_do <filler>* không|ko|k|chưa|hông|didn't|don't|dont|chẳng|hong"
        " you? .. <reach>|<reach_en>",
        "<dont_en> you? have|offer|do|support|provide|include|charge|get",
        "i|we <dont_en> text|message|call|email|contact|messages|calls|ads",
        "i|we|they <dont_en> .. emails|messages|calls|texts|updates from my|our|the|customers",
        # Told of somebody else, or asked about what the goods do.
        "<outsider> .. bị|cứ|hay|toàn|muốn|đã|không|ko|spam|chặn|block|hủy|từ_chối|đừng .. <reach>"
        "|<bother>|<receive>|<cancel>|spam|hoài",
        "<outsider> .. <dont>|<no>|<cancel>|<unwilling>|block|chặn|spam|unsubscribe|stop",
        "<outsider> <dont_en>|unsubscribe|opt_out|stop|who",
        "feature|tính_năng|chức_năng|nút|link|trang .. unsubscribe|opt_out",
        "unsubscribe|opt_out cho",
        "unsubscribe|opt_out|block|remove a|an|our|some|the .. <third_en>|user|users|customer"
        "|client|subscriber|subscribers|contact|contacts|lead|leads|caller|callers",
        "unsubscribe|opt_out link|links|button|rate|feature|page|function|option",
        "không|ko|k|tránh|chống|hạn_chế|đỡ|khỏi|sợ|có|hay|lo bị spam|chặn|block|quấy_rầy|đánh_dấu"
        "|report|làm_phiền gì|không|ko|khi|khách|tài_khoản|số_không|nick|zalo_không",
        "tránh|chống|hạn_chế|đỡ|sợ|ngại|khỏi bị? spam|chặn|làm_phiền|quấy_rầy|block <tail>* $",
        "phần_mềm|app|tool|công_cụ|tính_năng|chức_năng|hệ_thống|máy!|software .. chặn|hủy|stop"
        "|ngừng|dừng|block|spam|unsubscribe|opt_out|tắt",
        "tự_động|tự|cách|nút|button|link ngừng|dừng gửi khi|nếu",
        "chặn|block spam|quảng_cáo|số_lạ|web|cuộc_gọi được|không|ko|trên|cho_khách",
        "block a|b|c|d|chung_cư|nhà!|building|số_nhà|giấy|gạch|note|seo|diagram",
        "chạy|làm|dịch_vụ|đăng|viết|bài|gói|thuê|bảng|chi_phí|tiền|hiệu_quả|về quảng_cáo",
        "dừng|ngừng|ngưng|tắt|bỏ|hủy chạy|chiến_dịch|mẫu|cái_chiến_dịch|gói!|ads",
        "dừng|ngừng|ngưng|stop|dung ở|tại mức|khoảng|tầm|con_số|số|giá|đó|bước|đoạn|chỗ",
        "stop at|by|in|over|loss|motion|working|using|selling|shop|here_for|light|the_project",
        "can't|cant|cannot|non|one|bus|pit|won't|full|doesn't|didn't|never|don't|dont|do_not"
        "|wouldn't stop|quit|unsubscribe|cease",
        "đừng|chưa dừng!|ngừng|ngưng <reach>|gửi|gởi",
        "dùng|xài nhắn_tin|quảng_cáo|tin_nhắn|tin được|để|cho_khách|làm|marketing|hàng_loạt",
        "đang|đã|vẫn|sẽ|muốn|định|tính|nên|cần|có|để|không|ko|k|chưa|cho_em|tiện dùng gói"
        "|quảng_cáo|chat|email|zalo|sms",
        "dùng gói nào|này|đó|cơ_bản|nâng_cao|premium|pro|basic|free|tháng|năm|miễn_phí|vip"
        "|doanh_nghiệp|gì|thường|cao|thấp|rẻ|lớn|nhỏ|cũ|mới|dịch_vụ|bên|trên|dưới|hiện_tại|trọn",
        "hàng|máy|mẫu|sản_phẩm|món|quán|cửa_hàng|nhà_máy|dây_chuyền|xe|tiệm|xưởng dừng|ngừng"
        "|ngưng|stop",
        # The end of an order, a meeting or a delivery is not the end of messages.
        "hủy|huỷ|cancel|bỏ|dừng|ngừng|ngưng|dời|từ_chối|stop .. <item>",
        "<dont>|<no> gửi|gởi thêm|cái|mấy|lại? tài_liệu|hàng|đồ|báo_giá|file|link|hình"
        "|ảnh|mẫu|hợp_đồng|hồ_sơ|bản|bill|nhầm"
        "|sai|qua|xe|ship|catalogue|hóa_đơn|tiền|sản_phẩm|bảng|video|clip|tài_liệu",
        "<no> nhận tin|thông_tin gì|nào từ|của|bên_em|shop",
        "sao|tại_sao <me>? không|ko|chưa|k nhận",
        "không|ko|k nhận thông_báo|tin_nhắn|tin|email|sms xác_nhận|otp|nào|đơn|từ_hệ_thống|từ_app"
        "|mã|giao_dịch|về_đơn|gì|nào_hết",
        "bỏ <me> lại|qua",
        "cho|đưa <me> .. ra ngoài|sân_bay|bến|xe|đó|shop|cửa_hàng|hóa_đơn|báo_giá|giá|kết_quả",
        "không|ko|k phải|dám|có_ý làm_phiền|quấy|phiền|spam|quảng_cáo",
        "không|ko|k có? thấy? phiền|quảng_cáo|spam gì|đâu|hả|đúng|phải|à|chứ",
        "thôi không|ko|k làm_phiền|phiền|quấy_rầy",
        "có phiền|làm_phiền",
        "xin_lỗi|sorry|ngại .. làm_phiền|phiền",
        "tha cho <me> lỗi",
        "ai chặn|block|spam",
        # Messages he would be sorry to lose.
        "<dont_en>|not|hate want|wanna|like|wish? to? miss|lose ..",
        "<dont_en>|not want|wish|need you|u|them to? stop|quit ..",
        "bị|sao chặn|block|spam <me>|rồi|à|hả",
        "bạn|em|shop|anh|ad chặn|block <me>|số_em|số_anh",
    ),
    "delete_data": (
        "sai|nhầm|lộn|trùng|cũ .. , xóa|gỡ|delete đi|giúp|giùm|dùm|hộ",
        "xóa|gỡ|delete mất|nhầm|lộn",
        "<erase> .. địa_chỉ|số|tên|email|sđt|sdt cũ|sai|nhầm|lộn|trùng",
        "số lượng|tiền|nhà|bàn|phòng|món ... xóa|gỡ",
        "lỡ|nhỡ|vô_tình|bị|sợ|tránh|tự|tự_động|trót|đã|không_bị|đừng|không|ko|chưa .. xóa"
        "|delete|xoá_hết|erase|mất",
        "có xóa|delete",
        "có_thể|có_được xóa .. khách|nhân_viên|cũ|trên|trong",
        "accidentally|auto|automatically|was|were|got|don't|dont|never|didn't delete|deleted|erase",
        "xóa|hủy|bỏ|gỡ|delete|remove .. <item>",
        "xóa|gỡ|hủy khỏi|ra_khỏi giỏ|đơn|danh_sách",
        "phần_mềm|app|hệ_thống|máy|tính_năng|chức_năng|software|crm|khách|khách_hàng|nhân_viên"
        "|học_viên|users|user|file|web|website .. xóa|delete|erase|gỡ|remove|hủy",
        "bỏ|gỡ|xóa|loại|rút .. khỏi|ra_khỏi|ra danh_sách|list|ds|nhóm",
        "remove my|this phone|mobile|cell? number|phone|email|name ]",
        "delete|remove my? number|phone_number|name|email .. from|off your|the|this list"
        "|mailing_list|lists",
        "xóa|delete|erase|gỡ|remove|bỏ|hủy .. nhân_viên|học_viên|trên_phần_mềm|trong_phần_mềm"
        "|trên_app|sản_phẩm|cũ|trùng|trên_hệ_thống|excel|trong_file|trên_web|duplicate"
        "|products|old|lượng|lẻ",
        "xóa|delete|erase|gỡ|remove|bỏ|hủy .. của_khách|khách_hàng ]",
        "xóa|delete|erase|gỡ|remove|bỏ|hủy .. của_khách|khách_hàng nào|không|cũ|trùng|trên|ra|hàng",
        "<dont>|<no> bỏ|hủy",
        "bỏ|hủy số|tên|địa_chỉ|email|mail|tin_nhắn|tài_khoản em|anh|chị|mình|tôi|tui vào|vô|lại",
        "bỏ số|tên|email <tail>* $",
        "bỏ|rút|loại|lấy số|tên|email|sđt|sdt <own>? ra",
        "profile|account|hồ_sơ|tài_khoản picture|pic|photo|image|ảnh|name",
        "tài_khoản|số_tài_khoản|số|thông_tin|tên|địa_chỉ|thẻ|account|info|data thụ_hưởng|người_nhận"
        "|ngân_hàng|liên_kết|giao_hàng|nhận_hàng|phụ|con|giao_dịch|thanh_toán",
        "giữ .. bí_mật|kín|riêng",
        "tên|số|thông_tin|dữ_liệu món|sản_phẩm|hàng|khách|lô|mẫu|sai|thứ|đơn|bán_hàng|kho|nháp"
        "|test",
        "đồng_ý|đăng_ký|chấp_thuận <receive>",
    ),
}
