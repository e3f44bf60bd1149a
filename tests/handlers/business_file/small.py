"""A small business file that is right, to be broken in one place at a time."""

from __future__ import annotations

SMALL = """\
version: 1
company:
  name: Ánh Dương
  timezone: Asia/Ho_Chi_Minh
languages: [vi, en]
hours:
  mon-fri: "08:00-17:30"
  closed: [2027-02-04/2027-02-12]
consent:
  text:
    vi: "Thông tin chỉ dùng để tư vấn."
    en: "We use your details only to advise you."
offers:
  - id: pos
    name: {vi: Bán hàng, en: Sales}
    price: {from: 400_000, to: 800_000}
questions:
  - id: need
    ask: {vi: "{You} đang cần gì ạ?", en: "What do you need?"}
    options:
      - label: {vi: Bán hàng, en: Sales}
        value: pos
        words: [cửa hàng]
      - label: {vi: Kế toán, en: Accounting}
        value: acc
  - id: budget
    kind: money
    ask: {vi: "Ngân sách bao nhiêu ạ?", en: "What budget?"}
    bands: [1tr, 3tr]
    points: [2, 4, 8]
    when: need == 'pos'
scoring: {hot: 65, warm: 35}
faq:
  - ask: [giá bao nhiêu, how much]
    answer: {vi: "Dạ từ {price_from} ạ.", en: "From {price_from}."}
  - ask: [địa chỉ]
    answer: {vi: "Dạ ở 12 Nguyễn Huệ ạ.", en: "At 12 Nguyen Hue."}
routing:
  ladder: {team: 2m, everybody: 4m, manager: 10m}
  by_offer: {pos: [minh]}
staff:
  - {id: minh, name: Minh}
followups:
  - when: cold
    after: [1d, 3d]
    send: {vi: "Dạ em gửi {you} bài viết ạ.", en: "Here is an article."}
lost_reasons: [Giá cao, Khác]
"""


def broken(old: str, new: str) -> str:
    """The small file with one thing replaced, which must be in it once."""
    assert SMALL.count(old) == 1, old
    return SMALL.replace(old, new)
