"""Every kind of fault in the owner's file: its line and column, and what the owner reads."""

from __future__ import annotations

from pathlib import Path

import pytest

from handlers.owners_file import LARGEST_FILE, BusinessFileError, load, parse
from tests.handlers.business_file.small import SMALL, broken

LONG = "x" * 61

# What is replaced by what; where the fault is shown; words of the complaint.
FAULTS = (
    # Values that are none of their kind.
    ("version: 1", "version: 2", "1:10", "version: 2 lớn quá"),
    ("  name: Ánh Dương", "  nmae: Ánh Dương", "3:9", "company.nmae: mục này không có trong mẫu"),
    ("  name: Ánh Dương", "  nmae: Ánh Dương", "3:9", "ý anh/chị là 'name'?"),
    ("  name: Ánh Dương", "  nmae: Ánh Dương", "2:1", "company.name: thiếu mục này"),
    ("Asia/Ho_Chi_Minh", "Asia/Hanoi", "4:13", "'Asia/Hanoi' không phải múi giờ"),
    ("[vi, en]", "[vi, eng]", "5:17", "'eng' không hợp lệ; chọn một trong 'vi', 'en'"),
    ("[vi, en]", "[vi, eng]", "5:17", "ý anh/chị là 'en'?"),
    ('"08:00-17:30"', "5pm", "7:12", "hours.mon-fri: '5pm' phải có dạng GG:PP-GG:PP"),
    ('"08:00-17:30"', '"17:30-08:00"', "7:12", "giờ đóng cửa phải sau giờ mở cửa"),
    ("2027-02-04/2027-02-12", "2027-02-12/2027-02-04", "8:12", "phải là một ngày hay"),
    ("400_000", "bốn trăm", "16:19", "offers.0.price.from: 'bốn trăm' phải là số tiền"),
    ("400_000", "-1", "16:19", "phải là số tiền"),
    ("to: 800_000", "to: 300_000", "16:5", "giá 'from' lớn hơn giá 'to'"),
    ("  - id: pos", "  - id: Bán Hàng", "14:9", "chỉ được gồm chữ thường không dấu"),
    ("kind: money", "kind: mony", "27:11", "ý anh/chị là 'money'?"),
    ("team: 2m", "team: hai phút", "39:18", "phải là khoảng thời gian như 10m"),
    ("hot: 65", "hot: 120", "32:16", "scoring.hot: 120 lớn quá, tối đa 100"),
    ("hot: 65", "hot: nóng", "32:16", "'nóng' phải là một con số"),
    ("hot: 65", "hot: .nan", "32:16", "phải là một con số"),
    ("[Giá cao, Khác]", "[]", "47:1", "lost_reasons: không được để trống"),
    ("[Giá cao, Khác]", "{vi: Giá cao}", "47:1", "phải là một danh sách"),
    (
        "company:\n  name: Ánh Dương\n  timezone: Asia/Ho_Chi_Minh",
        "company: Ánh Dương",
        "2:10",
        "phải là một nhóm mục",
    ),
    ("name: Ánh Dương", f"name: {LONG}", "3:9", "dài quá, tối đa 60"),
    # Texts.
    ("{You} đang", "{Ban} đang", "19:15", "'{Ban}' không dùng được; chỉ có Customer"),
    ("{You} đang", "{You.__class__} đang", "19:15", "không dùng được"),
    ("{You} đang", "{You!r} đang", "19:15", "không dùng được"),
    ("{You} đang", "{You:>9999999} đang", "19:15", "không dùng được"),
    ("{You} đang", "{} đang", "19:15", "không dùng được"),
    ("{You} đang", "{You đang", "19:15", "chưa đủ cặp"),
    (
        "vi: Kế toán",
        "vi: Kế toán cho doanh nghiệp nhỏ",
        "24:21",
        "dài 28 ký tự, nút bấm chỉ chứa 24",
    ),
    (', en: "What budget?"', "", "28:5", "questions.1.ask.en: thiếu bản dịch 'en'"),
    ('"Ngân sách bao nhiêu ạ?"', '""', "28:15", "không được để trống"),
    ("Ngân sách bao nhiêu", "a" * 4100, "28:15", "4103 ký tự khi điền đủ, một tin nhắn chỉ chứa"),
    ("Ngân sách bao nhiêu", "{company}" * 400 + "a" * 600, "28:15", "ký tự khi điền đủ"),
    # Ids and names that must agree.
    (
        "  - {id: minh, name: Minh}",
        "  - {id: minh, name: A}\n  - {id: minh, name: B}",
        "43:10",
        "đã",
    ),
    ("  - id: budget", "  - id: need", "26:9", "questions.1.id: 'need' đã có ở trên"),
    ("value: acc", "value: pos", "25:16", "'pos' đã có ở trên"),
    ("words: [cửa hàng]", "words: [kế toán]", "24:9", "đã chỉ lựa chọn 0"),
    ("value: acc", f"value: {'a' * 60}", "25:16", "phải mang 69 byte, tối đa 52"),
    ("  - id: pos", f"  - id: {'a' * 60}", "14:9", "phải mang 68 byte, tối đa 52"),
    ("{pos: [minh]}", "{web: [minh]}", "40:14", "không có sản phẩm 'web'; chỉ có pos"),
    ("{pos: [minh]}", "{pos: [lan]}", "40:20", "không có nhân viên 'lan'"),
    # Questions and their conditions.
    ("kind: money", "kind: phone", "27:11", "câu hỏi 'budget' không thể là 'phone'"),
    ("[1tr, 3tr]", "[3tr, 1tr]", "29:5", "phải xếp tăng dần"),
    ("[2, 4, 8]", "[2, 4]", "30:5", "có 2 điểm, cần 3"),
    ("need == 'pos'", "need == 'pso'", "31:11", "'need' không bao giờ là 'pso'"),
    ("need == 'pos'", "need == 'pso'", "31:11", "ý anh/chị là 'pos'?"),
    ("need == 'pos'", "ned == 'pos'", "31:11", "không có câu hỏi 'ned' đứng trước"),
    ("need == 'pos'", "need = 'pos'", "31:11", "không hiểu điều kiện từ ký tự 6: '= 'pos''"),
    ("need == 'pos'", "need == 'pos' and need == 'acc'", "31:11", "không bao giờ được hỏi"),
    ("need == 'pos'", "need > 3", "31:11", "'need' không phải con số"),
    ("need == 'pos'", "budget > 3", "31:11", "chưa có câu trả lời"),
    ("need == 'pos'", "x" * 201, "31:11", "điều kiện dài 201 ký tự"),
    # Numbers that cannot work together.
    ("hot: 65", "hot: 100", "32:16", "ngưỡng 100 không bao giờ đạt được; cao nhất có thể là 99"),
    ("warm: 35", "warm: 60", "32:26", "phải thấp hơn ngưỡng nóng"),
    ("everybody: 4m", "everybody: 1m", "39:33", "phải từ bằng 'team' trở lên"),
    ("[1d, 3d]", "[3d, 1d]", "45:5", "phải xếp tăng dần"),
    (
        'send: {vi: "Dạ em gửi {you} bài viết ạ.", en: "Here is an article."}',
        "send: [{vi: a, en: a}, {vi: a, en: a}, {vi: a, en: a}]",
        "46:5",
        "có 3 lời nhắn cho 2 lần gửi",
    ),
    # The FAQ.
    ("[địa chỉ]", "[giá bao nhiêu]", "36:11", "'giá bao nhiêu' đã có ở faq.0"),
    ("[địa chỉ]", "[kế toán]", "36:11", "trùng với câu trả lời 'Kế toán'"),
    ("[địa chỉ]", "[bỏ qua]", "36:11", "trùng với câu trả lời 'bỏ qua'"),
    ("[địa chỉ]", "['?!']", "36:11", "không có chữ nào"),
    # YAML itself.
    ("name: Minh}", "name: Minh", "43:10", "thiếu dấu phẩy hoặc ngoặc đóng"),
    ("  name: Ánh Dương", "  name: Ánh: Dương", "3:12", "dấu ':' không đứng được ở đây"),
    ("  name: Ánh Dương", "\tname: Ánh Dương", "3:1", "phím Tab"),
    ("  name: Ánh Dương", "  name: @Ánh Dương", "3:9", "không đứng đầu được"),
    ("  name: Ánh Dương", "  name: *anh", "3:9", "tên tắt"),
    ("version: 1", "version: 1\nversion: 1", "2:1", "mục 'version' đã có ở trên"),
    ("version: 1", "version: 1\n? [a]\n: 1", "2:3", "tên mục phải là chữ"),
    ("name: Ánh Dương", 'name: "Ánh\\u0000Dương"', "3:9", "ký tự lạ"),
)


def complaints(text: str) -> list[str]:
    with pytest.raises(BusinessFileError) as caught:
        parse(text, "business.yaml")
    return list(caught.value.faults)


def test_the_small_file_is_right() -> None:
    assert parse(SMALL, "business.yaml").company.name == "Ánh Dương"


@pytest.mark.parametrize(("old", "new", "place", "words"), FAULTS)
def test_a_fault_is_named_with_its_place(old: str, new: str, place: str, words: str) -> None:
    found = complaints(broken(old, new))

    assert any(one.startswith(f"business.yaml:{place} ") and words in one for one in found), found


def test_all_faults_are_named_at_once_from_top_to_bottom() -> None:
    text = broken("Asia/Ho_Chi_Minh", "Asia/Hanoi")
    text = text.replace("  - id: budget", "  - id: need").replace("hot: 65", "hot: 100")
    text = text.replace("vi: Kế toán", "vi: Kế toán cho doanh nghiệp nhỏ").replace("{pos:", "{web:")
    text = text.replace("[địa chỉ]", "[giá bao nhiêu]").replace("manager: 10m", "manager: 10")

    found = complaints(text)

    assert [one.split(" ")[0].removeprefix("business.yaml:") for one in found] == [
        *("4:13", "24:21", "26:9", "27:11", "32:16", "36:11", "39:46", "40:14")
    ]


def test_a_company_that_speaks_one_language_needs_no_translation() -> None:
    text = SMALL.replace("languages: [vi, en]", "languages: [vi]").replace(
        ', en: "What budget?"', ""
    )

    assert parse(text, "business.yaml").questions[1].ask.of("en") == "Ngân sách bao nhiêu ạ?"


def test_an_owner_who_speaks_english_first_reads_english() -> None:
    found = complaints(broken("[vi, en]", "[en, vi]").replace("  timezone", "  timezoen"))

    assert found == [
        "business.yaml:4:13 company.timezoen: there is no such entry — did you mean 'timezone'?"
    ]


def test_a_file_that_cannot_be_read_says_why(tmp_path: Path) -> None:
    file = tmp_path / "business.yaml"

    def fault() -> str:
        with pytest.raises(BusinessFileError) as caught:
            load(file)
        return "".join(caught.value.faults)

    assert fault() == "business.yaml:1:1 không thấy tệp này"
    file.write_bytes(b"company:\n  name: \xff\xfe\n")
    assert fault() == "business.yaml:2:1 tệp phải lưu ở dạng UTF-8"
    file.write_text("# nothing yet\n")
    assert "tệp trống" in fault()
    file.write_text("#" * (LARGEST_FILE + 1))
    assert "tối đa 1 MB" in fault()
    file.unlink()
    file.mkdir()
    assert "không đọc được" in fault()


def test_the_mark_that_windows_puts_first_is_no_fault(tmp_path: Path) -> None:
    file = tmp_path / "business.yaml"
    file.write_bytes(b"\xef\xbb\xbf" + SMALL.encode())

    assert load(file).company.name == "Ánh Dương"


def test_a_file_that_unfolds_without_end_is_refused() -> None:
    bombs = "a: &a [x, x, x, x, x, x, x, x, x, x]\n"
    for before, name in zip("abcdef", "bcdefg", strict=True):
        bombs += f"{name}: &{name} [{', '.join([f'*{before}'] * 10)}]\n"

    assert "lồng nhau quá sâu hoặc quá nhiều mục" in complaints(SMALL + bombs)[0]
    assert "lồng nhau" in complaints("a: &a [*a]\n")[0]
    assert complaints("[" * 5000)


_WITH_FILES = """
sequences:
  own:
    - id: tham_quan
      steps:
        - {after: 1d, say: {vi: Mời xem, en: Look}, photo: anh/mat_tien.jpg, file: gia.pdf}
campaigns:
  - {id: thu, texts: [{vi: Chào, en: Hi}], photo: anh/mat-tien.jpg}
"""


def test_an_id_whose_choices_no_button_could_carry_is_a_fault() -> None:
    long = "a" * 42

    found = complaints(
        SMALL + _WITH_FILES.replace("tham_quan", long).replace("id: thu", f"id: {long}")
    )

    assert [one.partition(" ")[2].partition(",")[0] for one in found] == [
        "sequences.own.0.id: nút này phải mang 53 byte",
        "campaigns.0.id: nút này phải mang 64 byte",
    ]


def test_a_file_that_is_not_there_is_a_fault_with_the_name_it_may_have(tmp_path: Path) -> None:
    file = tmp_path / "business.yaml"
    file.write_text(SMALL + _WITH_FILES, encoding="utf-8")
    (tmp_path / "anh").mkdir()
    (tmp_path / "anh" / "mat-tien.jpg").write_bytes(b"a picture")

    with pytest.raises(BusinessFileError) as caught:
        load(file)

    photo, price_list = caught.value.faults
    line = SMALL.count("\n") + 6
    assert photo.startswith(f"business.yaml:{line}:")
    assert "sequences.own.0.steps.0.photo: không thấy tệp 'anh/mat_tien.jpg'" in photo
    assert photo.endswith("ý anh/chị là 'anh/mat-tien.jpg'?")
    assert price_list.endswith("'gia.pdf' cạnh tệp này; chép tệp vào đó, hoặc sửa tên ở đây")
    assert load(file, beside=False).enclosed_files >= {"gia.pdf"}


def test_a_picture_that_telegram_does_not_take_is_a_fault(tmp_path: Path) -> None:
    file = tmp_path / "business.yaml"
    file.write_text(SMALL + _WITH_FILES.replace("_tien", "-tien"), encoding="utf-8")
    (tmp_path / "anh").mkdir()
    (tmp_path / "gia.pdf").write_bytes(b"prices")
    with (tmp_path / "anh" / "mat-tien.jpg").open("wb") as picture:
        picture.truncate(10_000_001)

    with pytest.raises(BusinessFileError) as caught:
        load(file)

    assert [one.partition(": ")[2] for one in caught.value.faults] == [
        "'anh/mat-tien.jpg' lớn quá, tối đa 10 MB; thu nhỏ lại, hoặc ghi địa chỉ https:// của nó"
    ] * 2
