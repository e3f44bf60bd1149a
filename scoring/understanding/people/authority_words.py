"""What people say about who decides: the patterns of each role.

They are in the language of patterns.py; the lists they name stand in decider_words.py.
"""

from __future__ import annotations

from scoring.understanding.people.decider_words import BOSSES
from scoring.understanding.word_list import listed

# Spoken to whoever sells: no decider of the speaker's.
ADDRESSED = (
    # What the seller approves: orders and papers of the customer.
    "<paper> .. duyệt|phê_duyệt|ký|approve|approved|thông_qua|xét",
    "duyệt|phê_duyệt|approve giúp|cho|hộ|giùm|dùm|my|the|cái|lẹ|nhanh? .. <paper>",
    "sếp|xếp|boss|chủ_shop|chủ_quán|ông_chủ|bà_chủ ơi",
    "sếp|xếp|boss|ông_chủ|bà_chủ|chủ_shop duyệt|chốt|ký|quyết|chọn|ok giúp|giùm|dùm|cho|hộ|"
    "giá|giảm|bớt",
    "<boss> <self>|bên_em? đâu|tên_gì|ở_đâu|là_ai|số_mấy",
    "gặp|cho_gặp|nói_chuyện_với|talk_to|speak_to|speak_with|meet <your>? <boss>",
)


SELF_DECIDES = (
    "<place> của|là_của <self> , <self> duyệt|quyết|chốt|ký|lo",
    "[ <title> là <self> ]|thôi|nè|đây|luôn|mà|chứ|đó",
    "quyền|thẩm_quyền quyết|quyết_định|phê_duyệt là_ở|nằm_ở|thuộc_về|ở_nơi <self>",
    "quyết_định|quyết|tiếng_nói|phê_duyệt cuối_cùng là? ở|do|thuộc_về|nằm_ở|của|là|bởi <self>",
    "<self> <self_only>* quyết|quyết_định|toàn_quyền|tự_quyết|tự_quyết_định|duyệt_chi|đứng_tên",
    "<self> là|làm|chính_là|vừa_là|đang_là|kiêm|chinh_la <title>",
    "<self> là|làm|chính_là chủ",
    "<self> <self_only>* ký|duyệt|chốt|tự_ký|tự_duyệt được|đc|dc",
    "quyết|quyết_định|quyết_hết một_mình|1_mình",
    "trưởng_phòng|giám_đốc|quản_lý|chủ như <self> .. duyệt|quyết|ký|chốt",
    "tự quyết|quyết_định|chốt|duyệt|ký|sign|trả_tiền|bỏ_tiền|lo_hết",
    "làm_chủ",
    "tiền|vốn|túi của? <self> .. chi|bỏ|trả|xuất|lo|cầm|giữ",
    "<title> kiêm",
    "<self> .. đại_diện_pháp_luật|đại_diện_theo_pháp_luật|đứng_tên_giấy_phép|cầm_cổ_phần",
    "my own? money|budget|business|company|place|shop",
    "[ <self> , chủ|chủ_hộ|giám_đốc|founder|owner|ceo|chủ_quán|chủ_tiệm|chủ_shop|chủ_tịch",
    "<self> thích|ưng|muốn|ok|gật là|thì mua|chốt|lấy|làm|xong|được",
    "cứ nói|trao_đổi|làm_việc|bàn|báo với|cho <self>",
    "<self> muốn|thích|ưng .. là|thì mua|làm|chốt|lấy|được|xong",
    "không|ko|chẳng|hông ai|còn_ai khác|nữa ngoài <self>",
    "[ <title> .. đây|nè ]",
    "[ chủ|ông_chủ|bà_chủ <place> .. đây|nè ]",
    "[ bà_chủ|ông_chủ|cô_chủ|chú_chủ|chủ|sếp|giám_đốc đây|nè|chứ|chớ!",
    "nói_chuyện|nói|chat|nhắn|trao_đổi với <title> đây|nè|đó|rồi|luôn",
    "<self> sáng_lập|lập_ra|mở_ra|đứng_đầu|điều_hành|gầy_dựng",
    "<place> <self> <self> .. tính|lo|quyết|chọn|chốt",
    "<place>|tiền|việc tui_tui .. tính|lo|quyết|chọn|chốt",
    "<self> là|làm mẹ|má|ba|bố|cha|vợ|chồng|con|cháu .. quyết|lo|tính|chọn|chốt|trả|ký",
    "<family> <self>? .. nghe|chiều|nghe_theo <self>? $",
    "nobody|no_one|noone|none but|except|besides|other_than me|myself|us",
    "uỷ_quyền|ủy_quyền|giao_quyền|trao_quyền cho? <self>",
    "<self> được .. giao|uỷ_quyền|ủy_quyền|trao .. quyền|toàn_quyền|quyết|quyết_định|chốt|ký",
    "nói|bảo <self>? là|gì .. <family> <self>? nghe",
    "<place> của|riêng <self> nên|mà|thì|,? .. tự|quyết|lo|tính|chọn|chốt",
    "<self> tự tính|lo|chọn|liệu|xử",
    "[ <self> chủ_tiệm|chủ_quán|chủ_shop|chủ_nhà_hàng|chủ_doanh_nghiệp|chủ_cửa_hàng|chủ_spa|"
    "chủ_khách_sạn|chủ_xưởng|chủ_đại_lý|chủ_trung_tâm|chủ_phòng_khám|chủ_vựa|chủ_sạp",
    "em|mình|tui|anh|chị|tôi own|owns ..",
    "[ chủ_quán|chủ_tiệm|chủ_shop|chủ_nhà|chủ_doanh_nghiệp|chủ_cửa_hàng|chủ_spa nè|đây|nha|"
    "ạ|nhé|luôn",
    "không|ko|k|khỏi|chẳng|chả|đâu|hổng|hông|hok|hong cần|phải|có|phải_cần? hỏi|xin|"
    "thông_qua|qua <nobody>",
    "khỏi|đâu hỏi|xin|qua <nobody>",
    "hỏi ai nữa",
    "chỉ|có|chỉ_có mình|một_mình|mỗi <self> thôi|quyết|lo",
    "một_mình|1_mình <self> quyết|lo|làm|tính|tự|chịu|ký|chốt|trả",
    "<self> .. một_mình|1_mình",
    "do|tùy|tuỳ|quyền <self> quyết|quyết_định|hết|thôi|cả|toàn_quyền",
    "quyền|thẩm_quyền quyết|quyết_định|phê_duyệt là|thuộc|ở|do|nằm_ở của? <self>",
    "có thẩm_quyền|quyền phê_duyệt|quyết|quyết_định|ký|duyệt|chốt|chi",
    "giao|uỷ_quyền|để|cho <self> toàn_quyền|quyết|quyết_định|tự_quyết",
    "toàn_quyền",
    "thẩm_quyền|quyền của|thuộc <self>",
    "chủ|ông_chủ|bà_chủ|cô_chủ|sếp|giám_đốc|người_quyết|người_quyết_định|người_ký là <self>",
    "and can approve|decide|sign|sign_off",
    "i|we have|got .. authority|power|the_say|final_say",
    "i|we decide|own|sign",
    "i <self_only>* decide|own|approve_it|sign_off",
    "i can|do|could|will sign|approve|decide",
    "i am|m the|a|an? <title>",
    "i am|m the|a|an? owner|founder|ceo|boss|director",
    "i m|am the one",
    "i make|have|call|handle the|all_the|all|my_own final? call|decision|decisions|say|shots",
    "i run|own|founded|manage_my_own the|this|my|a|our? ..",
    "up_to me|us",
    "my|our own? call|decision|choice|own_business|own_company|own_shop",
    "just|only me",
    "no_one|nobody|noone else",
    "don_t|dont|do_not|no need_to|need_to_ask|have_to_ask|need ask? anyone|anybody|"
    "permission|approval",
    "decision|final_say is|s mine|my",
    "solo founder|owner|business",
    "em|mình|tui|anh|chị|tôi là|làm owner|ceo|founder|boss|sếp",
    # Nobody need be asked.
    "<isnt>|khỏi|chẳng_cần <can>* cần|phải|có? hỏi|xin|bàn|qua|chờ|đợi ý|ý_kiến|phép|với? của? "
    "<decider>|ai",
)


POWERLESS = (
    "<self>? <isnt> <can>* quyết|quyết_định|tự_quyết|quyết_được|chốt_được|toàn_quyền|duyệt_được",
    "<isnt> <can>* thẩm_quyền|quyền_hạn|quyền_quyết|quyền_quyết_định|quyền_gì|quyền_hành|quyền",
    "<isnt> phải? <self> quyết|quyết_định|chốt|ký|duyệt",
    "quyền|quyền_quyết|quyền_quyết_định|thẩm_quyền <isnt> nằm|thuộc|ở|phải|có? .. <self>",
    "<isnt> nằm|thuộc|đến|tới .. thẩm_quyền|quyền|lượt .. <self>",
    "not my decision|call|place|say|budget",
    "not the decision_maker|one_who_decides|one_deciding|owner|person",
    "not up_to me",
    "don_t|dont|can_t|cannot|cant|do_not|couldn_t .. decide|approve|say|authority|power|"
    "sign_off|sign",
    "no say|authority|power",
    "above my pay",
)

OTHER_DECIDES = (
    "someone_else|somebody_else|another_person|other_people|another_department <only>* <decide>",
    "duyệt|ký|quyết|quyết_định|chốt thì|phải_là|là_do <decider>",
    "quyết_định|quyết|tiếng_nói|phê_duyệt cuối_cùng là? ở|do|thuộc_về|nằm_ở|của|là|bởi <decider>",
    # Kin are named with their owner: anh tôi, chị tui.
    "<kin> tôi|tui|tao|tớ|ruột|họ|của_tôi|của_mình|của_em|của_tui <only>* <decide>",
    "<kin> tôi|tui|tao|tớ|ruột|của_tôi|của_mình|của_em|của_tui mới_là|là người|người_quyết .. "
    "quyết|quyết_định|chốt|ký|duyệt",
    "<decider> của? <self>? <only>* <decide>",
    "<decider> .. mới_là|là_người|mới quyết|quyết_định|chốt|ký|duyệt|người|chọn|gật",
    "do|tùy|tuỳ|phụ_thuộc|phụ_thuộc_vào|thuộc_về|tuỳ_vào|tùy_vào|phải_qua|qua <decider>",
    "ký|duyệt|quyết|quyết_định|chốt|người_quyết|người_ký|trả_tiền|người_quyết_định là|"
    "thuộc|do|ở|của <decider>",
    "quyền .. thuộc|ở|của|bên <decider>",
    "up_to my|the|our <decider>",
    "<decider> <self>? không|ko|k|chưa|hông|hổng cho|chịu|đồng_ý|ưng|duyệt|ký|gật",
    "my|our|the <decider> s? call|decision|approval",
    "depends_on my|the|our <decider>",
    "<decider> .. decides|decide|approves|approve|signs|picks|chooses|pays|final_say",
    "cần|phải|xin <decider> <self>? <only>* <decide>",
    "<family>|<kin> <self> gật|ưng|thích|ok|ừ|chịu|đồng_ý|duyệt là|thì|mới ..",
    # The ministry; elsewhere the word is a set of things.
    "bộ! phê_duyệt|duyệt|thẩm_định|phê_chuẩn",
    "who|whoever|person|one|guy|man|lady <only>* <decide> .. is my|the|our? <decider>",
)


WAITING = (
    "<wait> .. <decider> .. <decide>",
    "<wait> duyệt|phê_duyệt|ký|chủ_trương|approval",
    "<wait> trên|cấp_trên|bên_trên|ngoài|trong .. .. duyệt|phê_duyệt|ký|quyết",
    "<wait> my|the|our? <decider>",
    "<decider> .. <approve> <already>? thì? mới",
    "nếu|khi_nào|bao_giờ|khi|once|if|when|until|sau_khi my|the|our? <decider> <self>? .. <approve>",
)

RELAYS = (
    "<asks> <self>? <decider>",
    "<asks> <self>? <kin>|bạn|người_ta|người_quen|cơ_quan|công_ty|cty|team|bạn_bè|hàng_xóm|khách|"
    "nhóm|đồng_nghiệp",
    "<self> chỉ|có? <asks>",
    "chỉ <asks>",
    "lính_quèn|lính_lác|nhân_viên_quèn|chân_chạy|chân_sai_vặt|tép_riu|làm_thuê_thôi",
    "việc|chuyện|thẩm_quyền|phần|quyền của|bên <boss>|phòng|ban|bộ_phận|cấp_trên",
    "[ <asks> thôi|á|à|nha|ạ|mà",
    "<decider> <self>? <told> <self>? .. hỏi|liên_hệ|nhắn|tìm|lấy|hỏi_giá|xem|tham_khảo",
    "<decider> asked|told|wants me|us",
    "được|dc|đc|đuợc <told> .. hỏi|liên_hệ|nhắn|lấy|gọi|báo_giá|hỏi_giá",
    "chỉ|chỉ_là|chỉ_có|có_mỗi|mỗi|chỉ_làm chuyển_lời|nhân_viên|lính!|thực_tập|lễ_tân|"
    "người_hỏi|đi_hỏi|phụ_việc|đi_hỏi_giá",
    "<self> là|làm thực_tập|thực_tập_sinh|lính!|nhân_viên_quèn|nhân_viên_thôi|"
    "sinh_viên_thực_tập|người_làm_thuê",
    "làm_thuê|làm_công|làm_mướn|mần_công",
    "hỏi|báo|nói|báo_cáo|gửi|chuyển|xem lại|lên|cho|qua|với? <self>? ý|ý_kiến|lại? <boss>",
    "hỏi|ask|check_with|confirm_với|xem_ý|hỏi_qua my|the|our? <boss>",
    "run_it_by|pass_it_to|pass_this_to|forward_it_to|forward_this_to|talk_to|speak_to|ask|"
    "check_with|get_back_to my|the|our <boss>",
    "asking for|on_behalf_of my|a|the|our <decider>|friend|company|team|colleague|someone",
    "on_behalf_of",
    "just|only asking|gathering|collecting|asking_around|relaying|an_intern|an_assistant|"
    "a_messenger|the_assistant|the_messenger",
    "for a_friend",
    "helping my|a friend|boss|colleague|company|team",
    "i m|am just? an|a|the intern|assistant|secretary|receptionist|messenger",
)


JOINT = (
    "hai|2 vợ_chồng|vc|vck <self>? đang|định|tính|dự_định? tìm|mua|cần|kiếm|xoay|gom|dành_dụm",
    "vợ_chồng .. bàn|quyết|thống_nhất|tính|cùng|chọn|hỏi|họp|quyết_định|chốt|thảo_luận",
    "<family> <self>? nữa ]",
    "còn|có|thêm <family> <self>? nữa",
    "quyết|quyết_định|ký|chốt|chọn chung|cùng|với_nhau",
    "<decider> <self>? cùng|chung <decide>",
    "cùng|chung|cùng_nhau <decide>|biểu_quyết|bàn|thống_nhất",
    "hai|2|ba|3|cả|mấy|tụi|bọn anh_em|đứa|người|vợ_chồng|chị_em|mẹ_con|bố_con|hai|nhà|nhóm|"
    "mình <self>? .. cùng|thống_nhất|quyết|chốt|gật|bàn|ký|quyết_định|chung|làm_chung",
    "<self> với|và|cùng|voi|vs <decider> .. <decide>|bàn|tính",
    "<decider> với|và|cùng|vs <self> .. <decide>|bàn|tính",
    "bàn|bàn_bạc|trao_đổi|thảo_luận|tính|bàn_lại|bàn_thêm|thống_nhất|họp lại|thêm|kỹ|đã? "
    "với|cùng <self>? <decider>",
    "hỏi|xin|tham_khảo|xem lại|ý|thêm|qua|ý_kiến|lại_ý|ý_của|về? <family>|<partner>",
    "thuyết_phục|năn_nỉ|convince|persuade my? <family>|<partner>",
    "bàn|bàn_lại|bàn_thêm|bàn_bạc|thống_nhất với_nhau|trong_nhà|nội_bộ|gia_đình|cả_nhà",
    "thống_nhất với_nhau",
    "họp .. quyết|chốt|biểu_quyết|thống_nhất",
    "biểu_quyết",
    # A board the speaker sits on.
    "hội_đồng|hội_đồng_quản_trị|hđqt|ban_giám_đốc|ban_quản_trị|cổ_đông ... ,? <self> là|cũng_là "
    "một|thành_viên|1",
    "<self> .. trong|thành_viên|có_chân_trong|có_ghế_trong|ngồi_trong|nằm_trong của? hội_đồng|"
    "hội_đồng_quản_trị|hđqt|ban_giám_đốc|ban_quản_trị|ban_điều_hành|ban_lãnh_đạo|board",
    "hội_đồng|hội_đồng_quản_trị|hđqt|ban_giám_đốc|ban_quản_trị|ban_điều_hành|cổ_đông .. ,? "
    "<self> .. một|1? phiếu|thành_viên|ghế|chân|trong_đó|tham_gia|có_mặt",
    "i|we sit_on|am_on|m_on|are_on|re_on|have_a_seat_on the|our <boss>",
    "i am|m|have a? member|seat|vote .. board|committee|vote",
    "cổ_đông|góp_vốn|hùn_vốn|hùn|chung_vốn .. họp|quyết|chốt|ký|gật|cùng|thống_nhất|hỏi|bàn",
    "cổ_đông|góp_vốn|hùn_vốn|hùn|chung_vốn",
    "<family> <self>? cũng phải <decide>",
    "#|hai|ba|bốn|năm|cả|các|mấy|tất_cả cổ_đông|thành_viên|đối_tác|founder|cofounder|partners .. "
    "phải|cùng|đều <decide>",
    "#|hai|ba|bốn|năm|cả|các|mấy|tất_cả <partner> .. đồng_ý|ký|duyệt|quyết|thống_nhất|gật",
    "anh_em|chị_em|cả_nhà|gia_đình|hai_đứa|mấy_đứa|tụi_em|tụi_mình|tụi_tui .. bàn|họp|thống_nhất|"
    "hỏi_nhau",
    "we two|three|four|five|all|both .. decide|agree|choose|sign|vote",
    "my <family>|<partner> has_to|have_to|needs_to|need_to|must|should .. agree|on_board|ok|okay|"
    "like_it|approve too|as_well|also",
    "cả|mọi_người|team|nhóm|anh_em|cả_nhà .. vote|biểu_quyết|bỏ_phiếu|bầu",
    "<self> là|làm <title> .. nhưng|mà còn|vẫn_còn|phải_qua .. hội_đồng|hđqt|cổ_đông|đối_tác|"
    "ban_quản_trị|vợ|chồng",
    "decide|deciding|discuss|choose|agree|decided together|jointly",
    "joint decision",
    "my <family>|<partner> and i|me|myself",
    "me and my <family>|<partner>|team",
    "i and my <family>|<partner>",
    "họp gia_đình|cả_nhà|anh_em|các_thành_viên",
    "hai|2|ba|3|cả mẹ_con|bố_con|cha_con|chị_em|anh_em|bà_cháu <self>? tính|lo|coi|xem",
    "as a couple|family|team",
    "we need_to|have_to|must|should agree|decide|discuss",
    "both|two|all of us",
    "we both|all|together|jointly decide|agree|sign|have_to|need_to|vote",
    "we vote",
    "talk_to|ask|discuss|check|talk|talk_it_over|consult it? with? my <family>|<partner>",
    "discuss|talk|check|consult|talk_it_over|decide|decide_this it|this? with my <family>|"
    "<partner>",
)

PREPARES = (
    "trình|trình_lên|trình_cho|trình_qua <kin> .. duyệt|phê_duyệt|ký|quyết|chọn|chốt",
    "trình|trình_lên|trình_cho|đề_xuất|đề_xuất_lên|đề_xuất_cho|báo_cáo|tham_mưu|"
    "tham_mưu_cho lên|cho|với|anh|chị? .. <boss>",
    "tờ_trình",
    "<propose> .. <decider> .. <decide>",
    "tham_mưu",
    "need|needs|require|requires|get|seek approval|sign_off|permission .. <decider>",
    "xin|chờ ý_kiến|chủ_trương|chỉ_đạo|phê_duyệt|duyệt của? <boss>",
    "xin|chờ ý_kiến|chủ_trương|duyệt|phê_duyệt",
    "i|we|i_ll|we_ll .. recommend|propose|evaluate|shortlist|prepare|compare|review|assess|"
    "suggest|submit|research",
    "make|give|giving|making|write|writing|draft|drafting|prepare|preparing a|the|our? "
    "recommendation|recommendations|proposal|suggestion|comparison|submission|report",
    "i|we .. put_together|draw_up|draft|write|pitch|present|put_forward .. .. <decider>",
    "part_of the evaluation|buying|selection|purchasing",
    "có|được tiếng_nói|góp_ý|cho_ý_kiến",
    "trình <decider>",
    "gửi|làm|lập|chuẩn_bị|soạn hồ_sơ|đề_xuất|tờ_trình|báo_cáo|kế_hoạch|phương_án .. trình|"
    "cho|lên|để",
)
# Taking part: it makes an influencer where another is said to decide, or who decides was asked.
TAKES_PART = (
    "<propose>",
    "<self> <self_only>* chọn|lo|tìm_hiểu|tìm|xem|tư_vấn|phụ_trách|có_ảnh_hưởng|có_ý_kiến",
)

APPROVED = (
    "<decider> <self>? <done>* <approve> <thing>* <already>",
    "<decider> <self>? .. <approve> <thing>* <already>",
    "<decider> <self>? <done>* <approve> mua|làm|chi|gói|phương_án|vụ|khoản|cho .. .. <already>",
    "<decider> <self>? đã|vừa|vừa_mới|cũng_đã <done>* <approve>",
    "<decider> <self>? duyệt|chi|cấp|phê_duyệt|approve|approved|ký|ok|oke .. triệu|tr|tỷ|tỉ|củ|k"
    "|nghìn|ngàn|đồng|usd",
    "<decider> .. tuần_trước|hôm_qua|hôm_trước|bữa_trước rồi|đã .. <approve>",
    "<decider> <self>? <done>* <approve> hồi_sáng|hồi_nãy|hồi_chiều|hồi_trưa|bữa_qua|hôm_kia|"
    "tuần_rồi|tháng_rồi",
    "approved|signed_off|okayed|cleared|greenlit|signed by my|our|the? <decider>",
    "<decider> <approve> tuần_trước|hôm_qua|hôm_trước|sáng_nay|bữa_trước|tháng_trước",
    "đã được <decider>? <self>? .. duyệt|phê_duyệt|thông_qua|ký_duyệt|đồng_ý|phê_chuẩn|duyệt_chi",
    "được <decider>? <self>? duyệt|phê_duyệt|thông_qua|ký_duyệt|duyệt_chi|phê_chuẩn "
    "<thing>* <already>",
    "<money> .. duyệt|phê_duyệt|thông_qua|approve|approved <already>",
    "<money> được duyệt|phê_duyệt|thông_qua|cấp|ký|ký_duyệt",
    "<money> đã|vừa .. duyệt|phê_duyệt|thông_qua|approved",
    "<decider> <done>* <approved>",
    "already approved|signed_off|have_approval|got_approval|okayed",
    "<money> .. approved|signed_off",
    "been approved|signed_off|okayed|greenlit",
    "got|have|received approval|the_green_light|the_go_ahead|sign_off|a_green_light|"
    "budget_approval",
    "approval is|s done|through|in_place",
    "<boss> .. đã .. thống_nhất|nhất_trí",
    "có|đã_có chủ_trương|phê_duyệt|quyết_định|approval <already>",
    "đã_có chủ_trương|phê_duyệt|sự_phê_duyệt|quyết_định_phê_duyệt",
    "chủ_trương|phê_duyệt có <already>",
)

NOT_YET = (
    "chưa|ko|không|chẳng|chả|hong|hông .. <approve>",
    "<approve> .. chưa|không|ko|hong|hông <filler>* $",
    "not|hasn_t|haven_t|isn_t|no .. approved|signed_off|approval|agreed",
    "<wait> .. <approve>",
    "nếu|khi_nào|bao_giờ|khi|once|if|when|until|sau_khi .. <approve>",
    "<approve> <already>? thì? mới",
    "<approve> .. .. rồi thì|mới",
    "sẽ|phải|cần|will|to .. <approve>",
)

UNKNOWN = (
    "để|phải <self>? hỏi|xem|check|coi .. <who> .. <decide>",
    "<unsure> .. <who> .. <decide>",
    "ai mà biết|rành|rõ .. <decide>",
    "<who> .. <decide> .. <unsure>",
)


# Without one of these nobody who was not asked speaks of deciding.
TRIGGERS = BOSSES + listed(
    """
    đứng tên, tiền, tự tính, tự lo, tự chọn, kiêm, của mình, của em, của anh, của chị, của tui,
    quyết, duyệt, gật, ký, quyền, chủ, sếp, xếp, giám đốc, gđ, bgđ, bgd, tgđ, lãnh đạo,
    trưởng phòng, hội đồng, ban quản trị, cấp trên, bên trên, trụ sở, tờ trình, đề xuất, tham mưu,
    vợ, chồng, bà xã, ông xã, ck, vk, bố mẹ, ba mẹ, mẹ em, thống nhất, hùn, góp vốn, cổ đông,
    hỏi giùm, hỏi dùm, hỏi zùm, hỏi hộ, làm thuê, thực tập, founder, cofounder, ceo, cfo, owner,
    boss, manager, director, board, decide, decides, decision, approve, approved, approves,
    approval, signed, signs, sign off, wife, husband, partner, behalf, i own, intern, mẹ iem,
    vote, green light, my call, up to me, i run, nobody else, no one else, cả hai, hai đứa,
    khỏi hỏi ai, không cần hỏi ai, không phải hỏi ai, ai chốt, ai là người, người chốt, i sign,
    chỉ là nhân viên, nhân viên thôi, cả nhà bàn, bàn xong, chung vốn, we both, we all, both of us,
    signs off, someone else, hỏi xem ai
    """
)
