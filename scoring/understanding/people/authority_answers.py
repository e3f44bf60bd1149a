"""What tells who decides only where that was asked: short answers and faint words.

In the language of patterns.py; the lists that are named stand in decider_words.py.
"""

from __future__ import annotations

# Deciding that without a question about it may as well be buying.
SELF_DECIDES_WHEN_ASKED = (
    "<self> <self_only>* chốt|ký|duyệt|trả_tiền|chi_tiền|chọn|lo|thanh_toán|bỏ_tiền|sign|"
    "approve|decide|quyết|pay",
    "chính|chỉ|là|có <self> $",
    "i <self_only>* pay|approve|sign|choose|pick|do",
    "của <self> mà|mà|nên|thì",
    "mua|xài|dùng|làm|học|đặt cho? cá_nhân|bản_thân|riêng_tôi|riêng_mình",
    "dùng|xài|học|mua cho|riêng mình|tôi|tui|em thôi|mà|nha|á|]",
    "có|chỉ|chỉ_có|có_mỗi|mỗi mình|mỗi|một_mình|1_mình? <self> <filler>* ]",
    "sole|solo proprietor|trader|founder|owner",
    "cá_nhân <self>|thôi|mua|dùng|tự|]",
    "mình_ên",
)

POWERLESS_WHEN_ASKED = (
    "^ <filler>* <isnt> phải? <self> <filler>* $",
    "^ <filler>* not me|i|us <filler>* $",
)

# Without a question about it these may be the buyer's own errand.
RELAYS_WHEN_ASKED = (
    "chỉ|chỉ_là|được|đi hỏi|hỏi_giá|hỏi_thông_tin|báo_lại|nhắn_lại|tìm_thông_tin|lấy_báo_giá",
)

UNKNOWN_WHEN_ASKED = (
    "<unsure> .. <who>",
    "<who> .. <unsure>",
    "để <self>? xem|hỏi|check|coi .. <who>",
    "tuỳ|tùy từng_lúc|lúc|trường_hợp",
    "tuỳ|tùy <boss> nào|phụ_trách",
    "^ <filler>* <unsure> <filler>* $",
)

# Unasked, a couple may as well travel together.
JOINT_WHEN_ASKED = ("hai|2 vợ_chồng|vc|vck", "vợ_chồng <self>")

# The whole message, fillers aside, when the question was who decides.
SHORT_JOINT = (
    "^ <filler>* hai_đứa|2_đứa|cả_hai|cả_nhà|vợ_chồng|hai_vợ_chồng|cả_2|both|both_of_us|"
    "we|tụi|bọn|together|all_of_us|chúng|cả_gia_đình|gia_đình <filler>* <self>? <filler>* $",
    "^ <filler>* <self> với|và|cùng|cũng_như|voi|vs <decider> <self>? <filler>* $",
    "^ <filler>* <decider> với|và|cùng|vs <self> <filler>* $",
    "^ <filler>* me|i and|with my <decider> $",
    "^ <filler>* vợ_chồng <self>? ..",
    "bàn|bàn_bạc lại|thêm|kỹ|đã|với",
)

SHORT_OTHER = (
    "^ <filler>* <decider> <self>? <filler>* $",
    "^ my|the|our <decider> $",
    "^ it_s|its|is|that_s? my|the|our <decider> $",
    "^ <filler>* bên|phía|là|của|anh|chị|ông|bà <decider> <self>? <filler>* $",
)

SHORT_SELF = (
    "^ <filler>* <self> <filler>* $",
    "^ <filler>* me|i|myself|mine|i_do|me_alone <filler>* $",
    "^ <filler>* chính|có|là|do <self> <filler>* $",
    "^ <filler>* một_mình|1_mình <self>? <filler>* $",
    "^ <filler>* chủ <filler>* $",
)

# The last resort where the question was who decides: one telling word, and the bot asks back.
WEAK_UNKNOWN = ("<unsure>", "<self> chịu", "chưa|chưa_có phân_công|ai")

WEAK_JOINT = (
    "hỏi|bàn|với|cùng|và|ý .. <family>|<partner>",
    "run_it_by my|the|our? <family>|<partner>",
    "cùng!|chung!|both|together",
)

WEAK_PART = ("<propose>",)

WEAK_OTHER = (
    "<named>",
    # Whoever was named a moment ago: "thằng con tui nó quyết", "she pays".
    "nó|ổng|bả|họ|ảnh|cổ|anh_ấy|chị_ấy|ông_ấy|bà_ấy|he|she|they <only>* <decide>",
    # A colleague with a name and a desk: "chị Hương bên mua hàng quyết".
    "<kin> .. bên|phòng|ban|tổ .. .. quyết|quyết_định|duyệt|ký|chốt|lo",
    "chuyển_lời",
    "chỉ|<self> là? cộng_tác_viên|tài_xế|bảo_vệ|nhân_viên|trợ_lý|thực_tập|sinh_viên",
)

WEAK_SELF = (
    "tự!",
    "<place>|tiền|quyền|ví|việc .. của|riêng <self>",
    "là|có <self> ]|chứ|nè|quyết|lo|thôi|luôn|nha|đây|mà|hết",
    "<self> chứ|chớ! ai",
    "<self> mua|làm|mở .. <self>? xài|dùng|tiêu|mở|làm",
    "<self> nói là_được|là_xong|là_chốt|ai_cũng|tính",
    "one|that|it would_be|is|s|ll_be me",
)

APPROVED_WHEN_ASKED = (
    "[ đã duyệt|phê_duyệt|ký|ký_duyệt|thông_qua",
    "[ duyệt|phê_duyệt|ký|ký_duyệt|thông_qua|duyệt_chi <thing>* <already>",
    "<decider> <self>? cho|ừ|chịu|ưng <already>",
)
