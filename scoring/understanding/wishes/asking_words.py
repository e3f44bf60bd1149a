"""Turns of phrase that ask for something."""

from __future__ import annotations

ASKING: dict[str, tuple[str, ...]] = {
    "price_request": (
        "giá .. bao_nhiêu|nhiêu|sao|thế_nào|ntn|bn|mấy|nhiu|bao_nhiu|như_nào|răng|như_thế_nào",
        "bao_nhiêu|nhiêu|mấy|bn|bao_nhiu|nhiu tiền|1|một|/ <call>* ",
        "^ <call>* bao_nhiêu|nhiêu|bn|bao_nhiu|nhiu|how_much <call>* $",
        "xin|cho|gửi|cần|muốn|nhờ|làm|lên|hỏi|check|cho_xin|gửi_qua|send|xem .. giá|quotation"
        "|báo_giá|bảng_giá|quote|price_list|pricing|giá_sỉ|giá_cả|giá_bán|giá_thuê|học_phí|chi_phí",
        "báo giá giúp|cho|giùm|đi|em|luôn|chi_tiết|dùm|nhé|nha|sớm|lại|với|anh|chị|gấp|ạ|qua|ngay",
        "^ <call>* báo_giá|bảng_giá|xin_giá|giá|price|pricing|quote|cost|ib_giá|inbox_giá <call>*"
        " $",
        "chi_phí|phí|học_phí|cước|tiền|combo|gói|tháng|trọn_gói|tổng|đơn_giá|hết|tính .. bao_nhiêu"
        "|nhiêu|thế_nào|sao|nhiu|bn|ntn|bao_nhiu|mấy_tiền|như_nào",
        "how much",
        "tốn|mất|hết|tính khoảng|cỡ|tầm|chừng? bao_nhiêu|nhiêu|bn|bao_nhiu tiền? <call>* ]",
        "tốn|tính .. bao_nhiêu|nhiêu|bn|mấy|bao_nhiu",
        "what|how_much .. set|run|cost|charge .. back|me|us|for|you",
        "what do_you charge",
        "với|và|kèm|cả|, quotation|pricing|price_list|quote|báo_giá|bảng_giá",
        "lấy|đề_nghị|kính_đề_nghị|mong|yêu_cầu báo_giá|bảng_giá",
        "what|what's|whats .. price|cost|fee|fees|pricing|rate|rates",
        "send|share|need|want|get|give|have|request .. quote|quotation|price|prices|pricing",
        "bao|bnh|bnhiu|bao_nhiu tiền|1|một",
        "mấy|nhiêu|bao_nhiêu tiền|vậy|một_cái|một_bộ|một_tháng|1_tháng|1_cái|một_người|cái|bộ",
        "bán sao|nhiêu|mấy|răng|bao_nhiêu",
        "chừng_mô|bao_mô|mấy|chừng_nào|bao_lăm|bi_nhiêu|bi_nhiu|mô tiền",
        "so_sánh giá|báo_giá|chi_phí",
        "[ còn? <you> thì? bao_nhiêu|nhiêu|bn|nhiu|bao_nhiu <call>* ]",
        "^ <call>* cost|costs|price|prices|pricing|rate|rates|fee|fees for|of|per|to ..",
        "cọc|đặt_cọc trước? .. bao_nhiêu|nhiêu|bn|mấy|bao_nhiu <call>* ]",
        "răng|sao|không|ko|chưa .. không|ko|chưa? ghi|để|đăng|niêm_yết|báo giá",
        "không|ko|chưa|sao|hông thấy? ghi|để|đăng|niêm_yết|báo|có giá",
        "nhiêu|bao_nhiêu|bn|nhiu em|shop|ạ|v|vậy|z|một|1|ad|bạn <call>* $",
        "what|how_much .. .. cost|costs|price|charge|charges",
        "quote giúp|cho|for|me|us|anh|chị",
        "what|how_much would|will|does|do|is|s .. .. cost|set|run|come_to",
        "là|hết|mất|khoảng mấy|bao_nhiêu|nhiêu triệu|trăm|nghìn|ngàn|tỷ|chục vậy|ạ|em|shop|bạn"
        "|một|thế|hả",
        "chi_phí|phí|học_phí|giá|tiền .. .. mấy triệu|trăm|nghìn|ngàn|tỷ|chục",
        "tell|know|have|get|give|what|see|is .. rate|rates|price|cost|fee|fees|tariff for|of"
        "|per|on|at",
        "công|giá|phí|vé|vật_tư|thuê|làm|sửa|sơn|in|may .. .. nhiêu|bao_nhiêu|bn|mấy_tiền "
        "<call>* ]",
        "<place>|một|1|người_lớn|trẻ_em|mét|m2|cây|bộ|ly|phần|suất|cái|ngày|đêm|giờ nhiêu"
        "|bao_nhiêu|bn|mấy_tiền|how_much",
        "what|how .. you|they|it charge|charging|charged|going_for",
        "prices|pricing|rates|fees|quotation|tariffs for|please|pls|per|on|of",
        "price_list|báo_giá|bảng_giá|pricing|quotation có|đâu|chưa|nào chưa|không|rồi|bạn|em|shop",
        "[ chi_phí|giá|giá_cả|tiền_công|phí lắp|làm|thuê|sửa|mua|thi_công|xây|học|in|may|khám"
        "|sơn|vận_chuyển|thiết_kế|đi|cho|một|combo|trọn_gói|vé",
    ),
    "discount_request": (
        "giảm|bớt|bơn_bớt|fix|chiết_khấu|ck|deal|sale|hạ|xuống .. được_không|không|đi|được_ko|ko|k"
        "|nha|hông|hong|cho|nữa|nhé|hem|được_k|đc_k|ko_ạ|dc_ko|thêm|chút|xíu|tí|hết|không_ạ|nhiêu",
        "có .. giảm|khuyến_mãi|khuyến_mại|ưu_đãi|chiết_khấu|voucher|km|mã_giảm_giá|quà_tặng|sale"
        "|discount|freeship|mã|ck|tặng_kèm|chương_trình_gì|giá_tốt|thương_lượng .. không|ko|k|gì"
        "|hông|hong|chưa|hem|nào",
        "giá .. tốt|mềm|rẻ|khác|ưu_đãi|thấp hơn .. không|ko|hông|hong <call>* ]",
        "giá tốt|mềm|hữu_nghị|rẻ|ưu_đãi|đẹp|cuối|bét hơn|nhất|đi|chút|không|cho|được|nha",
        "xin|cho .. mã_giảm_giá|voucher|mã_khuyến_mãi|code_giảm|khuyến_mãi|ưu_đãi|discount",
        "tính|bán|lấy|để rẻ|mềm|rẻ_rẻ",
        "rẻ hơn|nữa|chút|xíu .. được_không|không|ko|hông|đi|nha|được_ko",
        "discount|discounts|promo_code|coupon|best_price|lower_the_price|cheaper|better_price",
        "bớt|giảm|fix #",
        "bớt|giảm được thì|là",
        "bớt <me>|cho|chút|tí|xíu|ít|thêm|nữa|đi",
        "làm tròn .. nhé|đi|cho|nha|luôn",
        "giá bét|cuối|chót",
        "đang có chương_trình|khuyến_mãi|ưu_đãi|km",
        "do|any better on|with|for|price? price?",
        "wiggle_room|negotiable|knock_off|knock_something_off|price_match|match_their_price",
        "chiết_khấu|ck|giảm .. .. mấy|bao_nhiêu|nhiêu phần_trăm|%",
        "rẻ|mềm hơn|nữa chút|xíu|tí|miếng? được|đc|dc",
        "<no> giảm|bớt .. nào|gì|sao|hả|chút",
        "<no> giảm|bớt",
        "# % less|off|cheaper",
        "less|cheaper|lower if|for we|i|cash|two|upfront|bulk",
        "student|senior|group|member|members|special|corporate|loyalty|family|early_bird"
        "|wholesale rate|rates|price|prices|discount|deal",
        "mua|đi|lấy|đặt .. tặng .. không|ko|hông|hong",
    ),
    "demo_request": (
        "<trial>",
        "cho|muốn|xin|được|thử|cần|qua|xem|coi .. thử trước|phần_mềm|máy|hệ_thống|được_không|không",
        "xem|coi thử|trước giao_diện|phần_mềm|nó|máy|sản_phẩm|hệ_thống|chạy",
        "try it|before|out|the|first",
        "acc|tài_khoản|gói|bản demo|test|dùng_thử|trial|thử|trải_nghiệm",
        "coi|xem|nhìn|ngó|thấy .. tận_mắt|chạy_thử|chạy_thật|vận_hành|hoạt_động",
        "coi|xem|nhìn|ngó .. nó|máy|phần_mềm|app|hệ_thống|thực_tế chạy|làm_việc|hoạt_động",
        "see|watch|view .. in_action|working|live|running|how_it_works|it_work|it_run",
        "show me how",
        "walk us|me through",
        "poc|pilot|thí_điểm",
        "bản free|miễn_phí",
        "walkthrough|walk_through|hands_on|test_drive|sandbox|proof_of_concept",
        "tour|look of|inside|around the|your system|platform|software|app",
        "cho|để .. nhân_viên|tụi_mình|team|bé|con|tui|mình .. test|xài_thử|dùng_thử|thử"
        "|trải_nghiệm .. trước|đã|coi|xem|nha",
        "test|try it|this|that .. with|before|first|on",
    ),
    "human_request": (
        "gặp|nói_chuyện_với|chat_với|trao_đổi_với|làm_việc_với|kết_nối|nối_máy|chuyển_máy|chuyển"
        "|tìm|liên_hệ_với|kêu|nhờ|bảo|cử|cho|có|cần .. <person> .. gọi|tư_vấn|hỗ_trợ|liên_hệ"
        "|trả_lời"
        "|trực|rep|nói_chuyện|nghe_máy|xử_lý|alo",
        "gặp|nói_chuyện_với|nói_chuyện_trực_tiếp_với|chat_với|trao_đổi_với|trao_đổi_trực_tiếp_với"
        "|làm_việc_với|kết_nối_với|kết_nối|nối_máy_cho|nối_máy|chuyển_máy_cho|chuyển_qua|chuyển_cho"
        "|chuyển .. <person>",
        # A boss named alone is the speaker's own: "sếp em".
        "^ <call>* <agent> <call>* $",
        "talk|speak|chat|connect|transfer .. <person>",
        "gọi|gọi_lại|gọi_điện|alo|liên_hệ|liên_hệ_lại|gọi_thẳng|call|gọi_trực_tiếp|phone|kêu|ring"
        " lại|cho|giúp|giùm|tới|qua|với|tư_vấn|dùm|nói_chuyện? <me> ",
        "gọi|gọi_lại|call|alo <me> nha|nhé|đi|cái|giúp|tư_vấn|sau|lúc|lại|gấp|ngay|luôn|với|5|call",
        "gọi|call lại|back cho|giúp|số|sau|lúc|nha|nhé|me",
        "gọi|gọi_lại|gọi_điện|alo|call|liên_hệ gấp|ngay|liền|nhanh|sớm|luôn"
        " cho|qua|tới|giúp|với? <me>",
        "gọi|liên_hệ số này|số_đó|số_em|số_mình|số_trên",
        "call me",
        "give me a call",
        "^ gọi|alo <me> <call>* $",
        "cho|xin|có .. hotline|số_hotline|số_tư_vấn|sđt_tư_vấn|số_tổng_đài|số_nhân_viên|số_bên_em",
        "không|ko|k|hông muốn? nói_chuyện|chat|nói|trao_đổi|làm_việc với bot|máy|robot|máy_móc",
        "ai phụ_trách|tư_vấn|hỗ_trợ|trực_page",
        "có|còn .. <person> nào? ở_đó|trực|onl|online|rảnh|đây",
        "<person> nào .. chat|rep|trả_lời|tư_vấn|hỗ_trợ|giúp",
        "real|actual person|human",
        "gọi|kêu|đưa|cho <person> ra|vào|lên|xuống|đây",
        "human please|pls|now",
        "customer service|support please|pls",
        "ad|admin|shop vào|ra rep|trả_lời",
        "bot .. không|chẳng hiểu .. gặp|gọi|cho",
        "gặp|nói_chuyện|trao_đổi trực_tiếp? .. bạn|anh|chị|người .. phụ_trách|kinh_doanh"
        "|quản_lý|tư_vấn",
        "người_thật|ng_thật|người_thiệt|ng_thiệt|người .. ra|vào|đâu .. nói|nói_chuyện|nch"
        "|trả_lời|tiếp|gặp|rep",
        "phone|ring|call|dial|buzz me|us back|up|please|asap|now|tomorrow|when",
        "have|get|ask|let .. somebody|someone|anyone|a_person|a_colleague|your_team .. call"
        "|phone|ring|contact|reach",
        "talk|speak|chat to|with whoever|someone|somebody|anybody|anyone|the_boss|the_owner"
        "|the_person",
        "số|hotline|sđt .. để <me>? gọi|alo|liên_hệ|nói_chuyện|hỏi",
        "số .. để <me>|tui|tôi? gọi|alo",
        "give me|us a? ring|call|buzz|shout",
        "someone|somebody|anyone|sales|your_team|a_rep .. get_back|reach_out|contact|ring|phone",
        "nối_máy|chuyển_máy giúp|giùm|cho|đi|với|dùm",
        "cho <me> gặp|nói_chuyện <call>* ]",
        "<person> .. là ai .. gặp|nói_chuyện|gọi",
    ),
    "appointment": (
        "cho <me> ghé|qua|tới|đến|sang .. xem|coi|thử|đo|khám|lấy|tham_quan",
        "đặt|đặt_lại|lên|xếp|hẹn|dời|đổi|hủy|huỷ|hoãn|book|chốt|sắp_xếp|giữ|bố_trí|lùi|xác_nhận"
        "|confirm|xin|nhắc|cho|còn|cancel|reschedule .. lịch|lịch_hẹn|hẹn|cuộc_hẹn|buổi_hẹn"
        "|buổi_họp"
        "|slot|lịch_trống|buổi_làm_việc|cuộc_họp|lịch_tư_vấn|lịch_khám|lịch_làm_việc|appointment"
        "|meeting|cái_hẹn",
        "hẹn gặp|em|anh|chị|bạn|lịch|sáng|chiều|trưa|tối!|mai|thứ|tuần_sau|cà_phê|xem|#|lúc|qua|bên"
        "|hôm|khác|chủ_nhật|cuối_tuần|nhau|lại_em",
        "gặp|qua|ghé|sang|đến|họp|tới lúc|sáng|chiều|trưa|mai|thứ|# .. nhé|nha|được_không|không|nhe"
        "|được|em|#",
        "mai|mốt|chiều|sáng|tuần_sau|thứ_# .. gặp|ghé|họp|qua",
        "họp|meeting online|zoom|trực_tiếp|lúc|với",
        "schedule|book|set_up|arrange|reschedule|cancel .. meeting|appointment|call|visit|viewing",
        "can|could|let's we? meet",
        "qua|ghé|sang|đến|tới khảo_sát|xem_thực_tế|văn_phòng|đo_đạc|showroom|công_ty_anh"
        "|công_ty_chị|công_ty_mình|xem_nhà|xem_căn|xem_mẫu|tận_nơi",
        "cà_phê nói_chuyện|trao_đổi",
        "qua|ghé|sang|đến|tới|xuống|lên|cử_người|cho_thợ|cho_người nhà|quán|tiệm|shop|cửa_hàng"
        "|công_ty|văn_phòng|chỗ|tận_nơi|công_trình|xưởng .. đo|khảo_sát|xem|tư_vấn|kiểm_tra",
        "rảnh|free .. gặp|ghé|qua|meet|họp",
        "[ <call>* reschedule|postpone_the|move_the|move_our|push_our .. to|it|till|until|for ..",
        "gọi|gọi_lại|alo|call .. lúc|sau #",
        "tới|qua|ghé|đến .. công_trình|nhà|quán|xưởng|tiệm|chỗ .. được không|chớ|chứ|ko|hông",
        "set|pick|find|fix|agree|arrange a|on time|date|day|slot|viewing",
        "view|visit|see|tour the|your|this flat|house|place|apartment|office|showroom|unit|room",
        "book|pencil|squeeze|fit|slot me|us|my .. in",
        "book|make|get|have|want|need .. appointment|visit|viewing|check_up|checkup|consultation",
        "come|stop|swing|drop by|over|in|see|and|to .. on|at|this|next|tomorrow|monday|tuesday"
        "|wednesday|thursday|friday|saturday|sunday",
    ),
    "purchase": (
        "chốt đơn|luôn|gói|hợp_đồng|cho|vậy|#|nha|nhé|đi|mua|em",
        "[ <call>* chốt <call>* $",
        "[ <me> chốt",
        "đặt|lấy|mua|order|ship|giao|đăng_ký cho|giúp|giùm? <me>? # ",
        "đặt_hàng|đặt_mua|đặt_cọc|lên_đơn|tạo_đơn|xuống_cọc|place_an_order|đặt_trước",
        "muốn|cần|định|cho|quyết_định|want_to|would_like_to|like_to mua|đặt|order|buy|purchase"
        "|đăng_ký_gói|ký|đăng_ký_khóa|chốt|đặt_hàng",
        "mua|lấy|đặt|múc|quất|hốt|triển|chốt|đăng_ký|rinh luôn|liền|ngay|về",
        "mua|thêm thêm? # ",
        "ký|làm|soạn|gửi|send hợp_đồng|contract|invoice",
        "ok|oke|okay|done|it_s_a|vậy deal ]",
        "cho|xin|gửi .. stk|số_tài_khoản|tài_khoản_ngân_hàng|mã_qr|qr|link_thanh_toán",
        "chuyển_khoản|chuyển_tiền|ck|thanh_toán luôn|rồi|ngay|cho|ở_đâu|qua_đâu|nha|thế_nào|nhé"
        "|sao",
        "ship cho|về|cod|giúp",
        "gia_hạn|nâng_cấp lên|cho|giúp|thêm|gói|nha",
        "đăng_ký luôn|gói|#|cho|khóa|ngay|suất",
        "i'll|we'll|i_will|we_will take",
        "sign me up",
        "sign up",
        "place|proceed .. order|with",
        "lấy|giữ|để cho|hàng <me>|cho # ",
        "lấy gói|em_này|cái_này|màu|mẫu",
        "<me> mua|chọn|chốt gói|bản năm|tháng|pro|vip|premium|này|đó|kia|lớn|nhỏ|standard|basic|"
        "cơ_bản|nâng_cao|#",
        "xuất hóa_đơn|hđ cho|giúp|công_ty",
        "send .. invoice|contract",
        "where|how do|can|should i|we .. pay|order|buy|checkout|sign_up",
        "chốt căn|cái|bộ|mẫu|màu|em|gói|khoá|con|chiếc|vé|phòng|suất|lô|đơn|combo|size",
        "[ <call>* thanh_toán|trả bằng|qua momo|thẻ|tiền_mặt|chuyển_khoản|zalopay|vnpay|cod|qr ..",
        "[ <call>* cho|lấy # vé|ly|phần|suất|phòng|bàn|hộp|ký|kg|cái|bộ|cốc|tô ..",
        "[ <call>* đặt|book phòng|vé|bàn|tour|xe # ..",
        "book|đặt|giữ cho|giúp|giùm|dùm <me>? .. phòng|vé|bàn|tour|xe|suất|chỗ|bộ|cái|hộp|ký|phần",
        "go_ahead|move_forward|proceed with|on",
        "nâng|nâng_cấp|lên|chuyển lên|sang|qua? gói|bản",
        "add .. more seats|users|licences|licenses|people|accounts|boxes|units|rooms",
        "we|i will|ll|d take|go_with|have the|that|this|option|it|plan|#",
    ),
    "info_request": (
        "tư_vấn|tv giúp|cho|dùm|giùm|em|chị|anh|mình|thêm|với|gói|giải_pháp|loại|hộ|e|kỹ|chi_tiết",
        "cần|muốn|nhờ|xin|được|mong được? tư_vấn|tv|hướng_dẫn|giới_thiệu",
        "gửi|cho|xin|send|share|cho_xem|cung_cấp|cần|inbox|ib .. <material>",
        "tìm_hiểu thêm|về|kỹ",
        "muốn|cần biết|tìm_hiểu thêm|rõ|kỹ|chi_tiết|về",
        "nói|giải_thích|giới_thiệu|hướng_dẫn rõ|kỹ|thêm|giúp|về|sản_phẩm|em|chị|các_gói",
        "more|further info|information|details",
        "tell me more|about",
        "gửi|send <me> xem|đọc|tham_khảo|coi",
        "send me|us .. <material>|brochure|catalog|details|info|information|profile",
        "có|bán những|các gói|sản_phẩm|dịch_vụ|loại|gì|tính_năng|khóa",
        "gồm|bao_gồm những? gì",
        "what do_you_offer|features",
        "^ <call>* quan_tâm|xin_info|info|xin_thông_tin|tư_vấn|cần_tư_vấn|chi_tiết <call>* $",
        "có|còn .. file|hình|ảnh!|tài_liệu|brochure|catalog|catalogue|video|clip|link|profile"
        "|mẫu|pdf|slide .. gửi|cho|đưa|send|gởi",
        "any|have|got .. photos|pictures|pdf|brochure|catalog|details",
        "giới_thiệu|nói|kể|trình_bày sơ|sơ_qua|sơ_sơ|tổng_quan|qua|chi_tiết ..",
        "get|see|have|send|share|want .. catalogue|catalog|brochure|leaflet|profile|spec|specs"
        "|datasheet|details|photos",
        "xin|cho|gửi|cần .. lịch_trình|lộ_trình|chương_trình|hành_trình|lịch_khai_giảng|đề_cương",
        "cần|muốn|đang tìm_hiểu .. thủ_tục|quy_trình|cách|gói|dịch_vụ|chương_trình|khoá|về"
        "|thông_tin",
        "hỏi|xin .. thủ_tục|quy_trình|chính_sách|thông_tin|lịch_trình|điều_kiện",
        "tell me|us .. more|about",
    ),
    "question": (
        "[ <call>* <doing> .. <how> <call>* ]",
        "[ <call>* <way> .. <doing> .. <call>* ]",
        "[ <call>* <doing> .. mất|tốn|có|trước .. bao_lâu|phí|phí_không|tiền|không|ko|hông "
        "<call>* ]",
        "how does|do|is|are the|your|a? .. work|works",
        "rẻ vậy|thế|z|rứa .. có .. ",
        "cho|xin <me>? hỏi",
        "hay phải|người|hàng|là .. ]",
        "đã|có .. chưa <call>* ]",
        "ở đâu|mô|chỗ_nào <call>* $",
        "địa_chỉ .. ở_đâu|đâu",
        "<me>|shop|bên_em|bạn có .. không|ko|hông|chưa|hong|k|hem",
        "có .. được_không|không|ko|hông|chưa|hong|hem <call>* $",
        "được|đc|dc|phải|đúng không|ko|k|hông|hong|hem|chưa <call>* $",
        "bao_lâu|mấy_ngày|khi_nào|bao_giờ|mấy_giờ|làm_sao|thế_nào|tại_sao|vì_sao|như_thế_nào|ra_sao"
        "|chừng_mô|loại_nào|gói_nào|cái_nào <call>* $",
        "[ sao|tại_sao|vì_sao|khi_nào|bao_giờ|mấy_giờ|bao_lâu|nếu|làm_sao|why|how|when|where|which"
        "|what|does|do_you|can_i|is_there|is_it|are_there|who",
        "bảo_hành|giao_hàng|ship|lắp_đặt|triển_khai|học|làm|mất .. bao_lâu|mấy_ngày|mấy_tháng"
        "|mấy_năm"
        "|thế_nào|mấy_tuần|sao",
        "khác .. gì|chỗ_nào|sao|thế_nào",
        "xe|căn|máy|phòng|nhà|con|mẫu|lớp|cái|bé|đất|tour|gói|khoá|khóa|vé này|đó|kia|ni|nớ .. "
        "gì|mấy|nào .. <call>* ]",
        "# tuổi|tháng .. được_chưa|được_không|được_hông <call>* ]",
        "thì sao ]",
        "còn .. không hay",
        "có|còn .. .. .. không|ko|hông|chưa|hong|hem <call>* ]",
        "rồi|nữa|không|ko|phải|đúng|chưa hả|hở|hử|sao|à <call>* ]",
        "bao_nhiêu|mấy|nhiêu khách|người|user|lần|ngày|tháng|buổi|giờ|máy|tin",
        "là sao|gì <call>* $",
        "còn hàng|size|màu|chỗ|phòng|slot .. không|ko|hông|hong|k",
        "<call>* sao rồi",
        "địa_chỉ luôn|với|bên_em|shop|ở",
        "là răng|sao|gì em|vậy|hè|ta|bấm",
        "hay|or .. vậy|thế|hả|ạ|ta|nhỉ|em|shop ]",
        "^ <call>* is|are|does|do|did|was|were|will|would|could|can|has|have|should|may the"
        "|your|you|it|this|that|there|i|we|my|parking|delivery|he|she|they|any|a|an ..",
        "^ <call>* is|are|does|can|will .. free|included|available|possible|ok|allowed|open",
        "có|được|đc|còn .. được|đc|không|ko|hông|hong nếu|khi|vậy|mà|với|cho|để|vì",
        "chạy|dùng|bằng|là|học|loại|hàng|máy|bản|kiểu|tự .. hay .. ]",
        "có|dạy|nhận|làm|bán|mở|giao|lắp|cho .. .. .. không|ko|hông|chưa|hong thầy|cô|chú|bác"
        "|ông|bà|bác_sĩ|dì|mợ|anh_chị|mọi_người <call>* ]",
        "[ sao|tại_sao|vì_sao .. phải|lại|cần ..",
        "bao xa|cao|rộng|nặng|lớn|to|dài|sâu|nhanh",
        "có .. .. .. chứ|chớ! <call>* ]",
    ),
}
