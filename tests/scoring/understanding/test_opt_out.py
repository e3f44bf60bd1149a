"""A wish to hear no more is never missed, and nothing else is taken for one."""

from __future__ import annotations

import sys
from types import FrameType

import pytest

from scoring.understanding.patterns import words
from scoring.understanding.text import fold, read
from scoring.understanding.wishes import opt_out

OPT_OUTS = """
dừng
Dừng!
stop
STOP
dừng lại đi
ngừng đi em
stop please
unsubscribe
/stop
/dung
opt-out
hủy đăng ký
huỷ nhận tin
hủy nhận tin nhắn quảng cáo
đừng nhắn nữa
đừng nhắn tin cho tôi nữa
đừng gửi thông báo cho tôi nữa
đừng gửi nữa nha shop
đừng gửi tin nữa
đừng gửi mấy cái này cho tôi nữa
đừng gọi nữa
đừng gọi cho chị nữa nhé
đừng gọi điện làm phiền tôi
đừng liên hệ với tôi nữa
đừng liên lạc nữa
đừng ib nữa
đừng làm phiền tôi
thôi đừng làm phiền nữa
thôi đừng làm phiền
làm ơn đừng nhắn tin nữa
xin đừng gọi cho mình
vui lòng không liên hệ lại
vui lòng không gửi tin nhắn quảng cáo
yêu cầu ngừng nhắn tin
đề nghị dừng gửi tin
lần sau đừng gọi cho tôi nữa
từ nay đừng nhắn cho tôi nữa
từ giờ khỏi nhắn nha
ngừng gửi tin nhắn cho tôi
ngưng spam giùm cái
dừng ngay việc gửi tin nhắn
chấm dứt việc gọi điện quảng cáo
không muốn nhận tin nhắn nữa
tôi không muốn nhận thông báo
mình ko muốn nhận tin quảng cáo nữa
k nhận tin nữa nhé
không nhận tin nữa
tôi từ chối nhận quảng cáo
không muốn bị làm phiền
không cần nhắn nữa đâu
khỏi nhắn nữa
khỏi gọi nữa em ơi
không gọi cho tôi nữa
thôi khỏi gửi nữa
hết nhu cầu rồi, đừng liên hệ nữa
chị không có nhu cầu, đừng gọi nữa
tắt thông báo đi
tắt tin nhắn đi em
bỏ tôi ra khỏi danh sách
xóa tôi khỏi danh sách gửi tin
cho mình ra khỏi danh sách nhận tin
rút số của tôi khỏi danh sách đi
để tôi yên
để chị yên đi
tha cho tôi đi
block đây
block nhé
chặn đây
tôi chặn số này
mình block nha
tao block giờ
report spam
báo cáo spam giờ
spam hoài
spam hoài vậy trời
spam gì mà lắm thế
nhắn nữa là tôi chặn luôn
đừng spam nữa
đừng quảng cáo nữa
đừng mời chào nữa
bỏ theo dõi
hủy theo dõi trang
dừng cuộc trò chuyện
kết thúc cuộc trò chuyện tại đây
tôi không muốn liên lạc với bên bạn nữa
cắt liên lạc đi
đừng hỏi nữa
không muốn ai gọi cho tôi
stop texting me
stop messaging me
please stop contacting me
stop calling
don't text me anymore
don't message me again
do not contact me
pls don't call me again
remove me from your list
take me off the list
remove my number from your list
leave me alone
lose my number
no more messages please
i don't want to receive messages
i don't want any more emails
never contact me again
opt me out
please unsubscribe me
stop sending me stuff
i no longer want to get messages from you
dung nhan nua
dung goi nua
dung nhan tin cho toi nua
huy nhan tin
khong nhan tin nua
thoi dung lam phien
dung lam phien nua
ko muon nhan tin nhan nua
dung gui tin nua
dung
dừng nhắn
ngừng liên hệ
đừng có nhắn hoài vậy
đừng nhắn tin
đừng gọi cho tôi
nhắn hoài, đừng nhắn nữa
mua rồi đừng nhắn nữa
phiền quá, đừng nhắn nữa
Tôi đã nói không cần rồi mà, đừng gọi nữa
Em ơi chị không có nhu cầu đâu, đừng nhắn tin cho chị nữa nhé, cảm ơn em
sao cứ nhắn hoài vậy, dừng đi
làm sao để hủy nhận tin
bot ơi im đi, đừng nhắn nữa
đừng bao giờ liên lạc với tôi nữa
không muốn bị spam
cấm gọi cho tôi
đã mua chỗ khác rồi, ngừng nhắn
thôi em ơi đừng nhắn cho chị nữa, chị mệt lắm
em đừng có nhắn nữa nghe chưa
nhắn ít thôi, à mà thôi khỏi nhắn luôn đi
tao đã bảo đừng có gọi rồi mà
không muốn nghe quảng cáo nữa
anh không muốn nhận cuộc gọi từ bên em
gỡ số anh khỏi danh sách gọi
số này không nhận quảng cáo nhé
cho anh xin đừng gọi nữa
tụi bây đừng có nhắn nữa
ngưng ngay đi
thôi ngay đi, đừng nhắn nữa
stop nhắn tin
stop gửi tin nhắn cho tôi
off tin nhắn giùm
unsub
bỏ đăng ký nhận tin
hủy subscribe
chặn nhé
chặn số luôn nha
t block đây
mình sẽ chặn nếu còn nhắn
còn nhắn nữa là tôi báo cáo spam
dừng gửi tin quảng cáo
tôi không đồng ý nhận tin nữa
đừng liên hệ tôi dưới mọi hình thức
yêu cầu không gọi điện quấy rối
đừng gửi sms
vui lòng dừng mọi liên lạc
cắt tin nhắn quảng cáo giùm
không có nhu cầu, lần sau khỏi gọi
làm ơn để tôi yên
please leave me alone
stop spamming
stop sending me messages
I said stop
don't call this number again
do not send me any more texts
no more calls
please take my number off your list
i want to unsubscribe
how do i unsubscribe
quit texting me
cease all contact
remove me from the mailing list
tôi muốn hủy đăng ký nhận thông tin
cho mình hủy nhận tin với
huy dang ky
tat thong bao
ngung lam phien toi
dung spam nua
dung lien lac nua
de toi yen
khong nhan quang cao nua
xin dung goi dien nua
bo toi khoi danh sach nhan tin
dừng tin nhắn tự động giúp mình
đủ rồi, đừng gửi nữa
phiền phức quá, dừng lại đi
đừng tự động nhắn nữa
mỗi ngày nhắn mấy tin, dẹp đi
nhắn tin suốt, tắt giùm cái
khỏi nhắn tin cho mình nữa nhé
thôi đừng tư vấn nữa
không cần tư vấn nữa, đừng nhắn
mình xin phép không nhận tin từ shop nữa
anh xin từ chối nhận tin
từ chối quảng cáo
TC
đừng gọi cho tao
đừng làm phiền
đừng phiền tôi nữa
thôi nha đừng gọi nữa nha
làm ơn ngừng gọi
em ngừng gọi cho anh nhé
đừng liên lạc lại với tôi
đừng nhắn lại
hãy xóa tôi khỏi danh sách nhận tin
bot ơi đừng nhắn nữa
mai đừng nhắn nữa
từ mai đừng nhắn nữa
sếp chị không thích bị gọi, đừng gọi nữa
ê đừng spam tin nữa nha shop
shop ơi ngưng gửi tin giùm mình
anh bảo rồi, đừng gọi nữa
đừng nhắn tin vào số này nữa
đừng có gọi vô số này nữa
vui lòng xóa số tôi khỏi danh sách gọi
loại tôi ra khỏi danh sách nhận tin
cho tôi dừng nhận thông báo
tôi muốn dừng nhận tin
mình muốn ngừng nhận tin
hãy ngừng gửi
xin ngừng nhắn tin
tui hổng muốn nhận tin nữa
hông muốn nhận tin nữa đâu
thôi nha, block đây
block luôn cho lẹ
chặn bây giờ
chặn nick này
tôi sẽ báo cáo spam
please remove me
no more texts
stop texting
stop msg me
dont text me
dont msg me anymore
don't want messages
don't want any messages from you
i don't wish to be contacted
i do not consent to marketing messages
opt out
opt-out please
leave me alone pls
stop contacting me immediately
unsubscribe me from this
take me off
kindly stop sending messages
stop it please
enough, stop
pls stop
please stop messaging
hủy nhận thông báo
bỏ nhận tin
không cần gửi thông báo cho tôi nữa
không nhận thông tin gì nữa
ngừng hết đi đừng gửi nữa
từ nay đừng gửi gì cho tôi
đừng gửi gì nữa
đừng gửi gì cho tôi nữa
cấm nhắn tin
cấm làm phiền
xin đừng làm phiền
không làm phiền tôi nữa
đừng inbox nữa
đừng inbox cho tôi
dg nhan tin nua
dung ib nua
dung rep nua
ngung nhan tin
ngung goi
dung goi cho minh nua
khong muon nhan tin quang cao
huy nhan thong bao
tu choi nhan tin
dung quay ray toi
xoa so toi khoi danh sach
thoi khoi nhan nua
ko can nhan nua dau
chan so nay
block day
Tôi không có nhu cầu, xin đừng nhắn thêm
Tôi đề nghị quý công ty ngừng gửi thư điện tử
Đề nghị không liên lạc với cơ quan chúng tôi nữa
Vui lòng loại số điện thoại này ra khỏi danh sách
Yêu cầu chấm dứt việc gửi tin nhắn quảng cáo đến số này
mệt quá, đừng nhắn cho t nữa 😡
đừng nhắn mình nữa 🙏
ngừng nhắn cho em đi ạ
thôi chị ko cần đâu, đừng gửi tin cho chị nữa nhá
bớt nhắn lại giùm, à không, đừng nhắn luôn
khỏi gởi nữa nghen
đừng gởi tin nữa nghen cưng
tui nói rồi nghen, đừng có kêu tui nữa
răng nhắn hoài rứa, đừng nhắn nữa hè
đừng có mà làm phiền tau nữa
mi đừng nhắn nữa
đừng có gọi điện cho gia đình tôi nữa
dung co nhan cho tao nua
stop gửi tin đi
stop nha shop
unsubscribe giúp mình
unsubscribe mình khỏi list nhé
mình muốn opt out
cho mình opt-out nha
block đây nha bye
off notification giùm
remove mình khỏi list
please stop nhắn tin cho mình
don't nhắn nữa
no more spam pls
I asked you to stop texting
stop bothering me
you keep messaging me, stop
stop these messages
do not text this number
take my number off
i'm not interested, stop messaging me
end this conversation
please do not reach out again
I'd like to stop receiving messages
how can I stop receiving these
huy nhan tin nhan
tu nay dung nhan nua
dung goi cho toi nua dau
lam on dung nhan nua
toi khong muon bi lam phien
khong muon nhan bat ky tin nhan nao
khong lien lac voi toi nua
ko dc goi nua
k nhan tin qc
đừng nt nữa
ngừng nt
đừng gửi tn nữa
tắt giùm tin nhắn tự động
tôi muốn ngưng nhận thông tin từ công ty
mong bên mình không gọi nữa
xin phép không nhận cuộc gọi nào nữa
không liên hệ nữa nhé
không cần liên hệ lại nữa
thôi không cần nhắn tin nữa đâu em
chị không đồng ý cho bên em nhắn tin
lần cuối tôi nói, đừng gọi
nếu còn gọi tôi sẽ báo công an
còn gọi nữa tôi kiện
dẹp cái trò nhắn tin này đi
im đi, đừng nhắn nữa
biến đi đừng nhắn nữa
cút, đừng làm phiền
ngưng làm phiền khách hàng
không muốn bị gọi nữa
hết muốn nhận tin rồi
""".strip().splitlines()

NOT_OPT_OUTS = """
I don't want to miss your messages
I don't want you to stop messaging me
mai em nghỉ, nhắn chị sau giúp em
đừng lo
đừng lo em nhé
đừng bận tâm, gửi giá là được
đừng ngại nhắn tin cho chị
đừng quên gọi cho anh nhé
dừng ở mức 50 triệu
dừng ở 50 triệu thôi
ngân sách dừng lại ở 200 triệu
stop at 50 million
hủy lịch hẹn
hủy lịch hẹn ngày mai giúp em
hủy đơn hàng
hủy demo mai nha
huỷ buổi hẹn chiều nay
dời lịch hẹn qua thứ 5
gọi điện đừng nhắn tin
gọi điện cho chị, đừng nhắn tin
đừng nhắn tin, gọi điện cho chị
đừng nhắn nữa, gọi cho anh luôn đi
gọi thẳng cho anh đi đừng nhắn
nhắn tin thôi đừng gọi
đừng gọi, nhắn zalo nhé
chị không tiện nghe máy, đừng gọi, nhắn tin giúp chị
đừng gọi giờ này
đừng gọi buổi trưa nhé
đừng gọi trước 9h
buổi tối đừng gọi nhé
đừng gọi anh là chú
đừng gọi cho vợ anh
đừng gọi vào số cũ, gọi số mới này
đừng gửi hàng hôm nay
đừng gửi báo giá qua mail
đừng vội
không cần gấp
không cần gấp đâu em
chưa vội
bên chị chưa cần
không có nhu cầu
không quan tâm
thôi không mua đâu
không mua nữa
thôi
thôi cảm ơn em
không cần nữa
sao không nhắn tin cho tôi
không ai gọi cho tôi cả
tôi không nhận được tin nhắn
chưa nhận được thông báo
không gọi được cho bên em
gọi hoài không ai nghe máy
nhắn hoài không thấy trả lời
nhắn tin hoài mà chẳng ai rep
khách bảo đừng nhắn nữa
khách hàng hủy nhận tin thì sao
phần mềm có chặn spam không
gửi tin hàng loạt có bị chặn không
tránh bị spam
có bị spam không em
khách hay than bị spam, cần giải pháp
block A chung cư
căn hộ block B
máy nhà mình ngừng chạy rồi
cửa hàng tạm ngừng kinh doanh
dự án tạm dừng
tạm dừng dự án
dừng hợp đồng với bên cũ
ngừng sử dụng phần mềm cũ
chạy quảng cáo hết bao nhiêu
không chạy quảng cáo nữa, cần làm web
dừng chạy quảng cáo facebook
không có tin nhắn nào
xin lỗi đã làm phiền
có làm phiền em không
không làm phiền đâu
làm phiền em quá
one stop shop
can't stop laughing
i'll stop by your shop tomorrow
don't call, text me instead
don't text me, call me
please call me, don't text
don't call before 9am
don't hesitate to contact me
don't worry
don't stop
don't forget to call me
we don't send emails to our customers
cancel my appointment
cancel the order please
i don't need it
not interested
no thanks
why don't you call me
do you support unsubscribe links for customers
dùng gói nào rẻ nhất
bên mình đang dùng gói cơ bản
dùng nhắn tin hàng loạt được không
dung goi co ban
ben minh dang dung goi nang cao
dung roi
đúng rồi
đúng vậy em
dùng thử được không
dung thu duoc khong
muốn dùng email marketing
không dùng nữa
không nhắn được cho sếp
mình không rành công nghệ, đừng gửi tài liệu dài quá
đừng gửi bản cứng, gửi file mềm
đừng nhắn dài quá
ngân sách không được vượt quá 30 triệu
bên em có gửi tin nhắn xác nhận không
tắt máy rồi, mai nói tiếp
tạm dừng ở đây, mai nói tiếp nhé
thôi để sau
để anh nghĩ thêm
đừng ép giá
đừng báo giá cao quá
đừng nói nhiều, giá bao nhiêu
đừng đùa
em đừng khách sáo
đừng giảm giá ảo
đừng hứa suông
hủy gói cũ chuyển sang gói mới
anh Huy
Huy nhé
huy hoàng
chặn dòng thất thoát
bạn có thể nhắn cho mình qua zalo không
nhắn cho chị khi có khuyến mãi nhé
gửi tin cho anh nữa nhé
gọi lại cho chị
mình muốn nhận thông báo
có chi phí gửi tin nhắn không
tiền quảng cáo mỗi tháng 20 triệu
dừng xe ở đâu được
shop ở gần trạm dừng nào
đừng gọi cho anh vào giờ hành chính
em đừng gọi trước 10 giờ sáng
không tiện nghe điện thoại, nhắn tin nhé
khỏi gọi, nhắn zalo chị
không cần gọi, gửi báo giá qua đây
đừng gọi vội, để chị xem đã
đừng nhắn qua facebook, nhắn zalo nha
đừng gửi báo giá nữa, chị chốt rồi
đừng gửi mẫu đó nữa, gửi mẫu khác
không cần gửi catalog đâu
khỏi gửi hình
đừng giới thiệu gói cao quá
dừng lại ở 3 user thôi
dừng gói cũ, lên gói mới
ngừng hợp tác với bên cũ rồi
tạm ngưng dự án tới quý sau
hủy đơn
hủy đặt cọc được không
hủy gói có mất phí không
hủy cuộc hẹn lúc 3h
cancel đơn hôm qua
cancel the meeting
stop loss
bus stop gần shop không
non stop
cửa hàng dừng hoạt động rồi
máy đang chạy tự dừng
khách không muốn nhận tin thì sao
phần mềm gửi tin có bị zalo khóa không
gửi tin nhắn quảng cáo giá sao
bên em có dịch vụ gửi sms không
muốn gửi tin nhắn cho khách cũ
làm sao gửi tin mà khách không block
đừng để khách chờ
đừng để sót tin nhắn của khách
không để lỡ cuộc gọi của khách
tin nhắn không gửi được
không gửi được tin nhắn
gọi không được
sao gọi không nghe máy
không thấy ai liên hệ
chưa thấy ai gọi
sao chưa gọi cho chị
không ai nhắn lại
lâu không thấy nhắn
đừng buồn nha em
đừng lo về giá
đừng có mắc quá là được
đừng báo giá trên trời nha
đừng nói với sếp anh
đừng gọi anh bằng bác
em đừng gọi chị là cô
không gọi được thì nhắn tin nhé
nếu không nghe máy thì nhắn tin
thôi không nói nữa, chốt luôn
thôi không trả giá nữa
không hỏi nữa, lấy luôn
thôi không cần đâu
không lấy nữa
thôi để khi khác
tôi không quan tâm
not now
don't need it
i don't want it
i don't want to pay that much
don't send the invoice yet
don't call me sir
please call instead of texting
can you stop by our office
we stopped using the old software
don't ship it today
text me, don't call, i'm in a meeting
chị bận, đừng gọi, tối chị gọi lại
đừng gọi, chị đang họp
đang họp đừng gọi
đang lái xe đừng gọi nha
dung lo em
dung quen goi cho anh
dung mau nao dep
dung dien thoai duoc khong
dung tren iphone duoc khong
dung cho 10 nguoi
dung cho cua hang
dung may nay duoc bao lau
dung thu mien phi
dung la minh can
dung y chi roi
dung gia
khong nhan duoc tin nhan
khong goi duoc
khong can goi, nhan tin thoi
huy don hang
huy lich
bot gia di
spam tin nhắn có bị khóa sim không
quảng cáo facebook không hiệu quả
không biết chạy quảng cáo
làm phiền em gửi báo giá
phiền em gọi lại giúp anh
phiền shop nhắn lại
xin lỗi làm phiền
không có tin nhắn xác nhận
tắt điện rồi
tắt máy đi ngủ
chặn cửa
chặn trộm
xe chặn đường
block 9 căn hộ
nhận tin nhé
không thích màu này
không muốn nhận hàng lỗi
không nhận hàng
không nhận email xác nhận
chị chưa nhận được email
em xóa giúp chị dòng đó
chặn rác cống
mua thiết bị chặn sóng
app có chặn quảng cáo không
dừng chân nghỉ
trạm dừng nghỉ
dự án bị dừng
bên em ngừng sản xuất mẫu này chưa
sản phẩm này ngừng kinh doanh à
mẫu này stop bán chưa
bỏ qua bước này
bỏ qua đi
bỏ mẫu đó, lấy mẫu này
bỏ ra bao nhiêu tiền
cho tôi ra Hà Nội nhận hàng
để yên giá cũ được không
để tôi hỏi lại
để chị yên tâm
cho chị yên tâm
tắt chế độ đó sao em
tắt tính năng đó được không
hủy vé được không
từ chối cuộc gọi rác có không
báo cáo doanh thu có không
báo cáo tồn kho
xuất báo cáo bán hàng
spam mail có lọc được không
thông báo khi có hàng
nhận thông báo khi có đơn
gửi thông báo cho khách được không
không thấy thông báo
không có thông báo gì
không nhận được cuộc gọi nào
gọi lại sau, đừng gọi bây giờ
chiều gọi nha, giờ đừng gọi
đừng gọi sớm quá
đừng gọi liên tục vậy, chị đang họp
đừng gọi trong giờ làm
email thôi đừng gọi
chỉ nhắn tin thôi, đừng gọi điện
liên hệ qua email, không gọi điện
prefer email, don't call
email me instead of calling
don't call the office, call my mobile
don't text my wife
don't send it by post
don't message on facebook, use zalo
stop being so expensive
stop joking
i can't stop buying
where do i stop for the showroom
how to stop the machine
the machine stopped
stop button
không làm phiền em đâu, chị hỏi xíu thôi
không muốn làm phiền, nhưng cho hỏi giá
xin lỗi đã làm phiền em
không dám làm phiền
nhắn tin nhiều tốn tiền không
tin nhắn bao nhiêu một tin
đừng bán cho người khác nha
đừng tăng giá nha
đừng đóng cửa sớm
đừng giao giờ trưa
đừng giao buổi tối
đừng ship nữa, chị qua lấy
thôi đừng giao nữa, chị tự lấy
đừng xuất hóa đơn nữa
đừng thêm món đó nữa
dung them nua
khoi giao
khong can nua
khong lay nua
dung xai cai do
khong muon mua nua
khong muon doi nua, lay luon
chan qua
chan vay
dung luong bao nhieu
dung tich may lit
dung roi em
dung do
dung chua
dung khong
dung thoi gian nao
dung gio nhe
dung hen nhe
khách hàng của tôi hay kêu đừng gọi nữa
bên em có gọi nữa không
có nhắn nữa không
sao không nhắn nữa
lâu rồi không nhắn nữa, còn bán không
không nhắn nữa mà gọi luôn đi
không thấy shop nhắn nữa
tối nay không gọi được đâu
đừng gọi tới 5h
đừng gọi lúc 12h trưa nhé
hôm nay đừng gọi
mai hãy gọi, nay đừng gọi
khỏi gọi, chị tự qua
không cần gọi lại, tôi sẽ gọi
không cần nhắn, gọi luôn
đừng nhắn giá, gọi nói chuyện
đừng gửi hợp đồng vội
đừng gửi hàng vội, đợi chị báo
đừng gửi hàng cho đến khi chị xác nhận
đừng gửi báo giá cho kế toán
không cần gửi mẫu nữa
không cần tư vấn thêm, chốt luôn
không cần demo nữa, ký luôn
không cần bảo hành
đừng tư vấn lòng vòng, giá bao nhiêu
đừng vòng vo
đừng hỏi nhiều, báo giá đi
đừng để anh phải nhắn lại
dừng ở đây là 3 chi nhánh
dừng lại một chút, cho hỏi
dừng lại chỗ nào giao hàng
chị dừng dùng phần mềm A rồi
tạm ngừng gói tháng này được không
bảo lưu gói được không
hủy gia hạn
hủy tự động gia hạn thế nào
hủy hợp đồng có bị phạt không
chấm dứt hợp đồng trước hạn
kết thúc hợp đồng khi nào
kết thúc khóa học có chứng chỉ không
ngừng bán rồi à
ngừng giảm giá rồi hả
hết khuyến mãi rồi à
stop sale rồi à
when does the sale end
end of month
cancel that, i want the other one
cancel my subscription to the pro plan and move me to basic
no more than 50 million
no more discount?
don't need a demo
don't send hard copies
don't contact my boss
never mind
never used it before
never received your email
I never got a call
no one called me
no message from you yet
no need to call, just email me
don't bother with a brochure, just send the price
không phiền đâu em
có phiền không
phiền em tí
quảng cáo trên facebook
nhận quảng cáo không em
muốn quảng cáo nhiều hơn
đừng quảng cáo quá, nói thật đi
đừng pr nữa, báo giá
chặn đơn ảo được không
bị facebook chặn quảng cáo
nick bị chặn
zalo bị khóa
em block chị à
sao block anh
xe tải bị cấm giờ
cấm hút thuốc
thôi được rồi
thôi chốt
thôi lấy 1 cái
thôi gọi đi em
thôi nhắn giá đi
đủ rồi em
đủ rồi không thêm nữa
nghỉ tết mấy ngày
thoát ra sao
out of stock à
""".strip().splitlines()

DELETIONS = """
tôi muốn các bạn xoá hết dữ liệu về tôi
xoá account với toàn bộ info của mình giùm
delete my account and all my data
xóa dữ liệu của tôi
xoá thông tin của tôi đi
xóa hết thông tin của mình giúp
hãy xóa số điện thoại của tôi
xóa số tôi đi
tôi muốn xóa dữ liệu cá nhân
tôi yêu cầu xóa toàn bộ thông tin cá nhân
xóa giùm chị thông tin chị đã cho
xoá sđt của em khỏi hệ thống
xóa thông tin
xóa dữ liệu
gỡ thông tin của tôi
đừng lưu số của tôi
đừng lưu thông tin của tôi
không đồng ý cho lưu dữ liệu của tôi
rút lại sự đồng ý
thông tin của tôi xóa giúp
xóa lịch sử trò chuyện của tôi
/delete my data
delete my data
please delete all my information
erase my personal data
remove my personal information
delete everything you have about me
i want my data deleted
withdraw my consent
right to be forgotten
xoa du lieu cua toi
xoa thong tin cua toi di
xoa so dien thoai cua toi
xóa hết dữ liệu của anh nhé
tôi muốn xoá hết dữ liệu cá nhân của mình
bên em xoá giúp chị số điện thoại nhé
xoá số của anh đi em
xóa thông tin liên hệ của tôi khỏi hệ thống
hãy hủy toàn bộ thông tin của tôi
yêu cầu xoá toàn bộ dữ liệu liên quan đến tôi
theo luật bảo vệ dữ liệu cá nhân, tôi yêu cầu xóa dữ liệu
xoá hết tin nhắn của tôi
xóa sđt của mình dùm
tôi không muốn bên bạn lưu số của tôi nữa
đừng giữ thông tin của tôi
không đồng ý lưu thông tin cá nhân
xóa profile của tôi
xóa tài khoản của mình đi
delete all my data please
can you delete my phone number
please erase my records
remove my data from your system
I'd like my data to be deleted
delete my chat history
forget everything about me
tôi rút lại sự đồng ý xử lý dữ liệu
xóa luôn số của tôi đi
xóa giùm mình cái tên
xoa het du lieu di
xoa so dien thoai giup minh
""".strip().splitlines()

NOT_DELETIONS = """
huỷ vé và toàn bộ đơn của mình
phần mềm có xóa được dữ liệu cũ không
lỡ xóa mất dữ liệu có khôi phục được không
dữ liệu của tôi có bị xóa không
ngưng dùng thì dữ liệu của mình có bị xóa không
nhân viên xóa đơn hàng có biết không
xóa đơn hàng giúp em
xóa sản phẩm khỏi giỏ
xóa dòng đó giùm
hệ thống có tự động xóa thông tin khách hàng không
xóa dữ liệu khách hàng trùng trên phần mềm
bảo mật thông tin khách hàng
dữ liệu có an toàn không
cho tôi xin thông tin
số điện thoại của tôi là 0901234567
cập nhật số điện thoại của tôi
i accidentally deleted my data
does it delete old records automatically
xóa nợ
bỏ qua câu này
đừng xóa dữ liệu của tôi
xóa giùm em món thứ hai
xóa giúp chị 1 sản phẩm trong đơn
nhân viên lỡ xóa hóa đơn thì khôi phục được không
có lịch sử xóa dữ liệu không
phân quyền không cho nhân viên xóa dữ liệu
khách yêu cầu xóa thông tin thì làm sao
phần mềm có sao lưu dữ liệu không
dữ liệu bên cũ chuyển qua được không
chị muốn nhập dữ liệu từ excel
số của chị đổi rồi, sửa lại giúp
bỏ số cũ đi, lấy số mới 0912345678
hủy đơn của tôi
hủy tài khoản dùng thử được không
xóa ký tự cuối
delete the last item
can I delete products in bulk
how do I delete an order
does the app delete data after trial
thông tin của tôi có bị lộ không
cho chị xem lại thông tin chị đã cho
gửi lại thông tin của tôi
bảo mật số điện thoại của tôi nhé
đừng cho ai số của tôi
đừng đưa số tôi cho bên khác
xóa mù chữ
xóa tan lo lắng
xóa sẹo bao nhiêu
dịch vụ xóa nốt ruồi
""".strip().splitlines()


def heard(message: str) -> set[str]:
    text = read(message)
    return {intent.name for intent in opt_out.find(text, words(text))}


def with_and_without_marks(messages: list[str]) -> list[str]:
    return list(dict.fromkeys([*messages, *map(fold, messages)]))


@pytest.mark.parametrize("message", with_and_without_marks(OPT_OUTS))
def test_an_explicit_wish_that_messages_end_is_heard(message: str) -> None:
    assert "opt_out" in heard(message)


@pytest.mark.parametrize("message", with_and_without_marks(NOT_OPT_OUTS))
def test_what_only_sounds_like_an_opt_out_is_none(message: str) -> None:
    assert heard(message) == set()


@pytest.mark.parametrize("message", with_and_without_marks(DELETIONS))
def test_a_wish_that_personal_data_go_is_heard(message: str) -> None:
    assert "delete_data" in heard(message)


@pytest.mark.parametrize("message", with_and_without_marks(NOT_DELETIONS))
def test_data_may_be_talked_about_without_being_erased(message: str) -> None:
    assert heard(message) == set()


# Nobody who is annoyed types with care.
SLIPS = """
dungf nhanws nuawx
khoong muoons nhaanj tin nuawx
đưng nhăn nưa
đừngg nhắnn tinn nữaa
đừn gọi cho anh nữa
đừng làm fiền tui nữa
ngưng gửi wảng cáo júp
stop mesaging me
pls unsuscribe me
don't calll me again
""".strip().splitlines()


@pytest.mark.parametrize("message", SLIPS)
def test_a_wish_is_heard_through_slips_of_the_keys(message: str) -> None:
    assert "opt_out" in heard(message)


def test_a_line_is_a_clause_of_its_own() -> None:
    assert "opt_out" in heard("chị mua bên khác rồi\nđừng nhắn nữa\ncảm ơn em")
    assert heard("đừng nhắn\ngọi cho chị nhé") == set()


def test_a_wish_needs_no_comma_before_it() -> None:
    assert "opt_out" in heard("chị mua bên khác rồi đừng nhắn cho chị nữa nhé")


LINES = ("xoa so khach cu ", "đừng gọi vợ anh nhé ", "block ", "stop using ")


@pytest.mark.parametrize("line", LINES)
def test_the_time_grows_with_the_length_and_no_faster(line: str) -> None:
    """Counted in looks at pieces, not in seconds: a clock would depend on the machine."""
    looks = [_looks((line * 400)[:length]) for length in (500, 1000, 2000)]

    assert looks[2] <= 3 * looks[1] <= 9 * looks[0]


def _looks(message: str) -> int:
    text = read(message)
    looks = 0

    def count(frame: FrameType, event: str, argument: object) -> None:
        nonlocal looks
        looks += event == "call"

    sys.setprofile(count)
    try:
        opt_out.find(text, words(text))
    finally:
        sys.setprofile(None)
    return looks
