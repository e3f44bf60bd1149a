"""Somebody called too late, at night or without end, or never: no wish to be called."""

from __future__ import annotations

# A complaint, and whatever call, person or appointment seems to be asked for across it is not.
CALLS_GONE_WRONG = (
    "gọi|gọi_điện|gọi_lại|alo|phone trễ|muộn|chậm quá|hẹn|hoài|vậy|thế|dữ|ghê|lắm|giờ",
    "nhân_viên|nv|tư_vấn_viên|sale|sales|tổng_đài|bên_em|bên_mình|shop|cskh|tụi_em"
    " gọi|gọi_điện|gọi_lại trễ|muộn|chậm ]",
    "gọi|gọi_điện .. nửa_đêm|giữa_đêm|lúc_khuya|đêm_khuya|đêm_hôm|giữa_trưa",
    "nhân_viên|nv|tư_vấn_viên|sale|sales|tổng_đài|bên_em|bên_mình|shop|cskh|tụi_em"
    " gọi|gọi_điện nhiều_quá|liên_tục|quấy_rầy|làm_phiền|suốt|hoài|cả_ngày",
    "gọi|gọi_điện .. quấy_rầy|làm_phiền|phá_rối hoài|quá|suốt|mãi",
    "gọi|gọi_điện .. toàn|cứ|luôn|suốt máy_bận|bận|thuê_bao|tắt_máy|cúp_máy|bận_máy",
    "hẹn|hứa|bảo|nói .. gọi|gọi_lại ... chưa|không|ko|chẳng|hổng thấy? ai? gọi",
    "chờ|đợi .. gọi|cuộc_gọi .. cả_buổi|cả_ngày|cả_sáng|cả_chiều|cả_tuần|mãi|hoài|từ_sáng|dài_cổ",
    "calls|called|calling|phoned|rang .. too|so|very late|early|often",
    "staff|people|agent|agents|rep|reps|team|guy|they|calls .. call|calls|called|calling|coming"
    " .. at|after|past night|midnight|3am|2am|10pm|11pm",
    "calls keep coming",
    "promised|said|agreed .. call .. never|nobody|no_one|didn't|hasn't|haven't|did_not|has_not",
)
