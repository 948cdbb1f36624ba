#pragma once

#include <string_view>

/// Fixed words of a header: Nghị định 30/2020/NĐ-CP Annex I, party practice, and how copies spell
/// them.
namespace vanban::plan {

struct HeaderRow {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// National titles and mottoes, letters without marks; `opening` letters are needed to know one
/// that is broken over lines.
struct NationalTitle {
  std::string_view letters;
  std::size_t opening;
  bool state;  ///< of the state; else of the party or the youth union
};
inline constexpr NationalTitle national_titles[] = {
    {"conghoaxahoichunghiavietnam", 7, true},      // CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    {"doclaptudohanhphuc", 6, true},               // Độc lập - Tự do - Hạnh phúc
    {"vietnamdanchuconghoa", 20, true},            // VIỆT NAM DÂN CHỦ CỘNG HÒA (before 1976)
    {"dangcongsanvietnam", 12, false},             // ĐẢNG CỘNG SẢN VIỆT NAM
    {"doantncshochiminh", 17, false},              // ĐOÀN TNCS HỒ CHÍ MINH
    {"doanthanhniencongsanhochiminh", 18, false},  // ĐOÀN THANH NIÊN CỘNG SẢN HỒ CHÍ MINH
    {"doitntphochiminh", 16, false},               // ĐỘI TNTP HỒ CHÍ MINH
    {"doithieunientienphonghochiminh", 20, false},  // ĐỘI THIẾU NIÊN TIỀN PHONG HỒ CHÍ MINH
};

/// A new column begins with these even where one blank stands before them.
inline constexpr HeaderRow column_openers[] = {
    {"cộng hòa xã hội chủ", "SỞ Y TẾ CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {"cộng hoà xã hội chủ", "SỞ Y TẾ CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {"cộng hồ xã hội chủ", "SỞ Y TẾ CỘNG HỒ XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {"độc lập - tự do", "TỈNH LÀO CAI Độc lập - Tự do - Hạnh phúc"},
    {"độc lập – tự do", "TỈNH LÀO CAI Độc lập – Tự do – Hạnh phúc"},
    {"độc lập- tự do", "TỈNH LÀO CAI Độc lập- Tự do- Hạnh phúc"},
    {"độc lập -tự do", "TỈNH LÀO CAI Độc lập -Tự do - Hạnh phúc"},
    {"độc lập-tự do", "TỈNH LÀO CAI Độc lập-Tự do-Hạnh phúc"},
    {"số:", "SỞ Y TẾ Số: 12/KH-SYT"}, {"v/v", "Số: 12/SYT-NV V/v báo cáo"},
};

/// ... and with these where nothing at all is left between the columns.
inline constexpr HeaderRow glued_column_openers[] = {
    {"cộng hòa xã hội chủ nghĩa", "TRƯỜNG TIỂU HỌC HÒA MYCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
    {"cộng hoà xã hội chủ nghĩa", "TRƯỜNG TIỂU HỌC HÒA MYCỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
};

/// So does one where these are the last on the line, and the name before them ends in a place.
inline constexpr HeaderRow last_column_openers[] = {
    {"đảng cộng sản việt nam", "ĐẢNG ỦY XÃ HÒA AN ĐẢNG CỘNG SẢN VIỆT NAM"},
    {"đoàn tncs hồ chí minh", "BCH ĐOÀN XÃ HÒA AN ĐOÀN TNCS HỒ CHÍ MINH"},
    {"đội tntp hồ chí minh", "HỘI ĐỒNG ĐỘI XÃ HÒA AN ĐỘI TNTP HỒ CHÍ MINH"},
};

/// Behind these words stands the name of the place: "ĐẢNG ỦY XÃ HÒA AN".
inline constexpr HeaderRow place_words[] = {
    {"xã ", "XÃ HÒA AN"}, {"phường ", "PHƯỜNG HÒA AN"}, {"huyện ", "HUYỆN HÒA AN"},
    {"quận ", "QUẬN HÒA AN"}, {"tỉnh ", "TỈNH HÒA SƠN"}, {"thị trấn ", "THỊ TRẤN HÒA AN"},
    {"thành phố ", "THÀNH PHỐ HÒA SƠN"}, {"huyện ủy ", "HUYỆN ỦY HÒA AN"},
    {"tỉnh ủy ", "TỈNH ỦY HÒA SƠN"}, {"thành ủy ", "THÀNH ỦY HÒA SƠN"},
};

/// A column ends with these.
inline constexpr HeaderRow column_closers[] = {
    {"chủ nghĩa việt nam", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM SỞ Y TẾ"},
    {"tự do - hạnh phúc", "Độc lập - Tự do - Hạnh phúc Số: 5/KH-SYT"},
    {"tự do – hạnh phúc", "Độc lập – Tự do – Hạnh phúc Số: 5/KH-SYT"},
    {"tự do- hạnh phúc", "Độc lập- Tự do- Hạnh phúc Số: 5/KH-SYT"},
    {"tự do-hạnh phúc", "Độc lập-Tự do-Hạnh phúc Số: 5/KH-SYT"},
};

/// How "Số" is printed, and read from paper. All but the first need a colon or a slash to count.
inline constexpr HeaderRow number_words[] = {
    {"số", "Số: 12/KH-SYT"}, {"sô", "Sô: 12/KH-SYT"}, {"só", "Só: 12/KH-SYT"},
    {"sõ", "Sõ: 12/KH-SYT"}, {"sồ", "Sồ: 12/KH-SYT"}, {"sổ", "Sổ: 12/KH-SYT"},
    {"sộ", "Sộ: 12/KH-SYT"}, {"so", "So: 12/KH-SYT"}, {"s6", "S6: 12/KH-SYT"},
    {"sé", "Sé: 12/KH-SYT"}, {"số hiệu", "Số hiệu: 12/KH-SYT"}, {"kh số", "KH số: 12/KH-SYT"},
    {"nghị quyết số", "Nghị quyết số: 12/2031/NQ-HĐND"}, {"luật số", "Luật số: 12/2031/QH17"},
    {"pháp lệnh số", "Pháp lệnh số: 12/2031/UBTVQH17"}, {"lệnh số", "Lệnh số: 12/2031/L-CTN"},
    {"quyết định số", "Quyết định số: 12/QĐ-UBND"}, {"kế hoạch số", "Kế hoạch số: 12/KH-UBND"},
};

/// The subject of a letter begins with these.
inline constexpr HeaderRow subject_openers[] = {
    {"v/v", "V/v báo cáo"}, {"về việc", "Về việc báo cáo"}, {"về:", "Về: báo cáo"},
};

/// Lines in capitals over a text that are no subject.
inline constexpr HeaderRow no_subject_heads[] = {
    {"kính thưa", "KÍNH THƯA CÁC ĐỒNG CHÍ"}, {"kính gửi", "KÍNH GỬI CÁC ĐƠN VỊ"},
    {"kính trình", "KÍNH TRÌNH BỘ Y TẾ"},
    {"các đồng chí", "CÁC ĐỒNG CHÍ THÂN MẾN"}, {"thân gửi", "THÂN GỬI CÁC EM"},
    {"mục lục", "MỤC LỤC"}, {"dự thảo", "DỰ THẢO LẦN 2"}, {"bản sao", "BẢN SAO Y"},
    {"sao y", "SAO Y BẢN CHÍNH"}, {"nơi nhận", "NƠI NHẬN"},
    {"lời nói đầu", "LỜI NÓI ĐẦU"}, {"căn cứ", "CĂN CỨ PHÁP LÝ"},
    {"đặt vấn đề", "ĐẶT VẤN ĐỀ"}, {"quốc huy", "QUỐC HUY"}, {"kính chào", "KÍNH CHÀO"},
    {"hỏa tốc", "HỎA TỐC"}, {"lưu hành", "LƯU HÀNH NỘI BỘ"},
};

inline constexpr HeaderRow secrecy_marks[] = {
    {"tuyệt mật", "TUYỆT MẬT"}, {"tối mật", "TỐI MẬT"}, {"mật", "MẬT"},
};

inline constexpr HeaderRow urgency_marks[] = {
    {"hỏa tốc", "HỎA TỐC"}, {"hỏa tốc hẹn giờ", "HỎA TỐC HẸN GIỜ"}, {"thượng khẩn", "THƯỢNG KHẨN"},
    {"khẩn", "KHẨN"}, {"khẩn cấp", "KHẨN CẤP"},
};

/// Stamps, remarks and what web sites put over a document: no part of its header.
inline constexpr HeaderRow header_noise[] = {
    {"lưu hành nội bộ", "LƯU HÀNH NỘI BỘ"}, {"xem xong trả lại", "XEM XONG TRẢ LẠI"},
    {"ký bởi", "Ký bởi: ..."}, {"người ký", "Người ký: ..."}, {"được ký bởi", "Được ký bởi ..."},
    {"email", "Email: ..."}, {"e-mail", "E-mail: ..."}, {"website", "Website: ..."},
    {"điện thoại", "Điện thoại: ..."}, {"địa chỉ", "Địa chỉ: ..."}, {"đt:", "ĐT: ..."},
    {"fax", "Fax: ..."}, {"thời gian ký", "Thời gian ký: ..."}, {"ngày ký", "Ngày ký: ..."},
    {"ngày ban hành", "Ngày ban hành: ..."}, {"ngày hiệu lực", "Ngày hiệu lực: ..."},
    {"ngày có hiệu lực", "Ngày có hiệu lực: ..."}, {"ngày hết hiệu lực", "Ngày hết hiệu lực: ..."},
    {"ngày công báo", "Ngày công báo: ..."}, {"số công báo", "Số công báo: ..."},
    {"ngày đăng", "Ngày đăng: ..."}, {"tình trạng", "Tình trạng: ..."},
    {"hiệu lực:", "Hiệu lực: ..."}, {"ngày cập nhật", "Ngày cập nhật: ..."},
    {"lượt xem", "Lượt xem: 12"}, {"đăng nhập", "Đăng nhập"},
    {"thư viện pháp luật", "THƯ VIỆN PHÁP LUẬT"}, {"trang chủ", "Trang chủ"},
    {"văn bản pháp luật", "VĂN BẢN PHÁP LUẬT"}, {"công báo", "CÔNG BÁO"}, {"http", "https://..."},
    {"www", "www..."}, {"sao y", "SAO Y"}, {"sao lục", "SAO LỤC"}, {"trích sao", "TRÍCH SAO"},
    {"công văn đến", "CÔNG VĂN ĐẾN"}, {"văn bản đến", "VĂN BẢN ĐẾN"},
    {"thông tin tài liệu", "THÔNG TIN TÀI LIỆU"}, {"thông tin cơ bản", "Thông tin cơ bản"},
    {"trường học trường th", "Trường học Trường TH ..."}, {"thể loại", "Thể loại Kế hoạch"},
    {"trường học trường thcs", "Trường học Trường THCS ..."},
    {"trường học trường thpt", "Trường học Trường THPT ..."},
    {"năm xuất bản", "Năm xuất bản 2031"}, {"định dạng", "Định dạng"}, {"số trang", "Số trang 7"},
    {"dung lượng", "Dung lượng 77 KB"}, {"tải xuống", "Tải xuống"}, {"download", "Download"},
    {"các công cụ chuyển đổi", "Các công cụ chuyển đổi ..."},
};

/// Over what a form says of the act that made it.
inline constexpr HeaderRow form_heads[] = {
    {"ban hành kèm theo", "Ban hành kèm theo / Thông tư số / 66/2031/TT-BCA"},
    {"kèm theo thông tư", "Kèm theo Thông tư số 66/2031/TT-BCA"},
};

/// The stamp of who received the paper: its name, "ĐẾN", and what the clerk fills in.
inline constexpr HeaderRow stamp_heads[] = {
    {"đến số", "ĐẾN Số 1204"}, {"đến ngày", "ĐẾN Ngày: 12/3/2031"}, {"đến:", "ĐẾN:"},
};
inline constexpr HeaderRow stamp_lines[] = {
    {"số:", "Số: 1204"}, {"ngày:", "Ngày: 12/3/2031"}, {"chuyển:", "Chuyển: Phòng TC"},
    {"giờ:", "Giờ: 9:30"}, {"lưu hồ sơ", "Lưu hồ sơ số:"},
};

/// Names of agencies begin with these; a line of the header that begins so is a new unit.
inline constexpr HeaderRow agency_heads[] = {
    {"htx", "HTX DVNN HÒA AN"}, {"ttyt", "TTYT HUYỆN HÒA AN"}, {"lđlđ", "LĐLĐ TỈNH HÒA SƠN"},
    {"bhxh", "BHXH HUYỆN HÒA AN"}, {"bvđk", "BVĐK TỈNH HÒA SƠN"},
    {"cđcs", "CĐCS TRƯỜNG THPT HÒA AN"}, {"bcđ", "BCĐ PHỔ CẬP GIÁO DỤC"},
    {"hđđ", "HĐĐ HUYỆN HÒA AN"},
    {"liên đội", "LIÊN ĐỘI TRƯỜNG TIỂU HỌC HÒA AN"}, {"chi đoàn", "CHI ĐOÀN TRƯỜNG THPT"},
    {"liên chi", "LIÊN CHI ĐOÀN"}, {"chi hội", "CHI HỘI PHỤ NỮ"},
    {"ủy ban", "ỦY BAN NHÂN DÂN"}, {"ubnd", "UBND TỈNH LAI CHÂU"}, {"hđnd", "HĐND HUYỆN"},
    {"ubmttq", "UBMTTQ VIỆT NAM"}, {"hội đồng", "HỘI ĐỒNG NHÂN DÂN"}, {"hội", "HỘI NÔNG DÂN"},
    {"chủ tịch hội đồng bộ trưởng", "CHỦ TỊCH HỘI ĐỒNG BỘ TRƯỞNG"},
    {"chính phủ", "CHÍNH PHỦ"}, {"quốc hội", "QUỐC HỘI"},
    {"thủ tướng chính", "THỦ TƯỚNG CHÍNH / PHỦ"},
    {"văn phòng", "VĂN PHÒNG CHÍNH PHỦ"}, {"bộ", "BỘ Y TẾ"}, {"sở", "SỞ Y TẾ"}, {"cục", "CỤC THUẾ"},
    {"tổng cục", "TỔNG CỤC LÂM NGHIỆP"}, {"chi cục", "CHI CỤC KIỂM LÂM"}, {"vụ", "VỤ PHÁP CHẾ"},
    {"phòng", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"}, {"ban", "BAN CHỈ ĐẠO"}, {"bch", "BCH ĐOÀN TỈNH"},
    {"bql", "BQL DỰ ÁN"}, {"thanh tra", "THANH TRA TỈNH"}, {"công an", "CÔNG AN TỈNH"},
    {"thường trực", "THƯỜNG TRỰC HĐND"},
    {"kho bạc", "KHO BẠC NHÀ NƯỚC"}, {"ngân hàng", "NGÂN HÀNG NHÀ NƯỚC"},
    {"tòa án", "TÒA ÁN NHÂN DÂN"},
    {"viện", "VIỆN KIỂM SÁT NHÂN DÂN"}, {"học viện", "HỌC VIỆN CHÍNH TRỊ"},
    {"trường", "TRƯỜNG THCS"},
    {"đại học", "ĐẠI HỌC HUẾ"}, {"khoa", "KHOA TOÁN"}, {"tổ", "TỔ CHUYÊN MÔN"},
    {"trạm", "TRẠM Y TẾ"},
    {"trung tâm", "TRUNG TÂM Y TẾ"}, {"bệnh viện", "BỆNH VIỆN ĐA KHOA"}, {"đội", "ĐỘI QUẢN LÝ"},
    {"hạt kiểm lâm", "HẠT KIỂM LÂM"}, {"bảo tàng", "BẢO TÀNG TỈNH"}, {"đài", "ĐÀI KHÍ TƯỢNG"},
    {"báo và", "BÁO VÀ PHÁT THANH"}, {"thư viện", "THƯ VIỆN TỈNH"}, {"nhà hát", "NHÀ HÁT"},
    {"nhà văn hóa", "NHÀ VĂN HÓA"}, {"nhà xuất bản", "NHÀ XUẤT BẢN"},
    {"mầm non", "MẦM NON HOA SEN"},
    {"bảo hiểm xã hội", "BẢO HIỂM XÃ HỘI TỈNH"}, {"quỹ", "QUỸ BẢO VỆ"},
    {"liên minh", "LIÊN MINH HTX"},
    {"liên hiệp", "LIÊN HIỆP CÁC HỘI"}, {"liên đoàn", "LIÊN ĐOÀN LAO ĐỘNG"},
    {"tổng liên đoàn", "TỔNG LIÊN ĐOÀN LAO ĐỘNG"}, {"công đoàn", "CÔNG ĐOÀN CƠ SỞ"},
    {"đoàn", "ĐOÀN KIỂM TRA"}, {"tỉnh đoàn", "TỈNH ĐOÀN"}, {"thành đoàn", "THÀNH ĐOÀN"},
    {"huyện đoàn", "HUYỆN ĐOÀN"}, {"quận đoàn", "QUẬN ĐOÀN"}, {"xã đoàn", "XÃ ĐOÀN"},
    {"mặt trận tổ quốc", "MẶT TRẬN TỔ QUỐC"}, {"đảng ủy", "ĐẢNG ỦY XÃ"},
    {"đảng bộ", "ĐẢNG BỘ TỈNH"},
    {"chi bộ", "CHI BỘ TRƯỜNG"}, {"tỉnh ủy", "TỈNH ỦY VĨNH LONG"}, {"thành ủy", "THÀNH ỦY HUẾ"},
    {"huyện ủy", "HUYỆN ỦY"}, {"quận ủy", "QUẬN ỦY"}, {"thị ủy", "THỊ ỦY"}, {"cơ quan", "CƠ QUAN"},
    {"công ty", "CÔNG TY CỔ PHẦN"}, {"tổng công ty", "TỔNG CÔNG TY ĐIỆN LỰC"},
    {"tập đoàn", "TẬP ĐOÀN ĐIỆN LỰC"}, {"hợp tác xã", "HỢP TÁC XÃ"},
    {"cụm thi đua", "CỤM THI ĐUA SỐ 2"},
    {"khối thi đua", "KHỐI THI ĐUA"}, {"phân hiệu", "PHÂN HIỆU"}, {"cảng vụ", "CẢNG VỤ"},
    {"hải quan", "HẢI QUAN KHU VỰC"}, {"thuế", "THUẾ TỈNH"}, {"chi nhánh", "CHI NHÁNH"},
    {"kiểm toán nhà nước", "KIỂM TOÁN NHÀ NƯỚC"}, {"chủ tịch nước", "CHỦ TỊCH NƯỚC"},
    {"chủ tịch ủy ban", "CHỦ TỊCH ỦY BAN NHÂN DÂN"}, {"chủ tịch ubnd", "CHỦ TỊCH UBND TỈNH"},
    {"thôn", "THÔN BÁI HẠ"}, {"tổ dân phố", "TỔ DÂN PHỐ SỐ 3"}, {"khu phố", "KHU PHỐ 2"},
    {"tiểu ban", "TIỂU BAN"}, {"liên ngành", "LIÊN NGÀNH"}, {"pgd", "PGD&ĐT HUYỆN"},
    {"liên tịch", "LIÊN TỊCH"}, {"liên bộ", "LIÊN BỘ"}, {"nhà thiếu nhi", "NHÀ THIẾU NHI TỈNH"},
    {"cung thiếu nhi", "CUNG THIẾU NHI"}, {"câu lạc bộ", "CÂU LẠC BỘ"}, {"quân khu", "QUÂN KHU 5"},
    {"quân đoàn", "QUÂN ĐOÀN 2"}, {"sư đoàn", "SƯ ĐOÀN 312"}, {"trung đoàn", "TRUNG ĐOÀN 52"},
    {"lữ đoàn", "LỮ ĐOÀN 26"}, {"tiểu đoàn", "TIỂU ĐOÀN 3"}, {"đồn biên phòng", "ĐỒN BIÊN PHÒNG"},
    {"vườn quốc gia", "VƯỜN QUỐC GIA"}, {"khu bảo tồn", "KHU BẢO TỒN"}, {"điện lực", "ĐIỆN LỰC"},
    {"bưu điện", "BƯU ĐIỆN TỈNH"}, {"nhà máy", "NHÀ MÁY NƯỚC"}, {"xí nghiệp", "XÍ NGHIỆP"},
    {"thị đoàn", "THỊ ĐOÀN"}, {"tỉnh hội", "TỈNH HỘI PHỤ NỮ"}, {"thành hội", "THÀNH HỘI"},
    {"cty", "CTY CỔ PHẦN"}, {"ub mttq", "UB MTTQ VIỆT NAM"}, {"mttq", "MTTQ VIỆT NAM XÃ"},
    {"tạp chí", "TẠP CHÍ CỘNG SẢN"}, {"giáo hội", "GIÁO HỘI PHẬT GIÁO"},
    {"thông tấn xã", "THÔNG TẤN XÃ VIỆT NAM"}, {"trung ương đoàn", "TRUNG ƯƠNG ĐOÀN"},
    {"trung ương hội", "TRUNG ƯƠNG HỘI NÔNG DÂN"},
};

/// Bodies that stand over others, their names on one line of the letterhead ...
inline constexpr HeaderRow superior_bodies[] = {
    {"ubnd", "UBND TỈNH HÒA SƠN SỞ TƯ PHÁP"}, {"ủy ban nhân dân", "ỦY BAN NHÂN DÂN XÃ HÒA AN"},
    {"sở ", "SỞ Y TẾ BỆNH VIỆN HÒA AN"}, {"bộ y tế", "BỘ Y TẾ CỤC PHÒNG BỆNH"},
    {"bộ giáo dục", "BỘ GIÁO DỤC VÀ ĐÀO TẠO TRƯỜNG ĐẠI HỌC HÒA SƠN"},
    {"bộ tài chính", "BỘ TÀI CHÍNH TRƯỜNG ĐẠI HỌC HÒA SƠN"},
    {"bộ nội vụ", "BỘ NỘI VỤ TRƯỜNG ĐẠI HỌC HÒA SƠN"},
    {"bộ công thương", "BỘ CÔNG THƯƠNG TRƯỜNG CAO ĐẲNG HÒA SƠN"},
    {"bộ xây dựng", "BỘ XÂY DỰNG TRƯỜNG CAO ĐẲNG HÒA SƠN"},
    {"bộ văn hóa", "BỘ VĂN HÓA, THỂ THAO VÀ DU LỊCH TRƯỜNG CAO ĐẲNG HÒA SƠN"},
    {"bộ nông nghiệp", "BỘ NÔNG NGHIỆP VÀ MÔI TRƯỜNG TRUNG TÂM KHUYẾN NÔNG"},
    {"bộ khoa học", "BỘ KHOA HỌC VÀ CÔNG NGHỆ TRUNG TÂM HÒA SƠN"},
    {"bộ công an", "BỘ CÔNG AN CÔNG AN TỈNH HÒA SƠN"},
    {"bộ lao động", "BỘ LAO ĐỘNG - THƯƠNG BINH VÀ XÃ HỘI TRƯỜNG CAO ĐẲNG HÒA SƠN"},
    {"phòng gd", "PHÒNG GD&ĐT HÒA AN TRƯỜNG TIỂU HỌC SỐ 1"},
    {"phòng giáo dục", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO HÒA AN TRƯỜNG TIỂU HỌC SỐ 1"},
    {"liên đoàn lao động", "LIÊN ĐOÀN LAO ĐỘNG TỈNH CÔNG ĐOÀN NGÀNH Y TẾ"},
    {"tổng liên đoàn", "TỔNG LIÊN ĐOÀN LAO ĐỘNG VIỆT NAM LIÊN ĐOÀN LAO ĐỘNG TỈNH"},
    {"tỉnh đoàn", "TỈNH ĐOÀN HÒA SƠN BAN CHẤP HÀNH HUYỆN ĐOÀN"},
    {"tổng công ty", "TỔNG CÔNG TY ĐIỆN LỰC CÔNG TY ĐIỆN LỰC HÒA SƠN"},
    {"tập đoàn", "TẬP ĐOÀN ĐIỆN LỰC TỔNG CÔNG TY PHÁT ĐIỆN"},
    {"đảng bộ tỉnh", "ĐẢNG BỘ TỈNH HÒA SƠN ĐẢNG ỦY XÃ HÒA AN"},
    {"đảng bộ thành phố", "ĐẢNG BỘ THÀNH PHỐ HÒA SƠN ĐẢNG ỦY XÃ HÒA AN"},
    {"đảng bộ huyện", "ĐẢNG BỘ HUYỆN HÒA AN ĐẢNG ỦY XÃ HÒA BÌNH"},
    {"công an tỉnh", "CÔNG AN TỈNH HÒA SƠN CÔNG AN XÃ HÒA AN"},
    {"ủy ban mttq", "ỦY BAN MTTQ VIỆT NAM XÃ HÒA AN BAN THƯỜNG TRỰC"},
    {"ủy ban mặt trận", "ỦY BAN MẶT TRẬN TỔ QUỐC VIỆT NAM XÃ HÒA AN BAN THƯỜNG TRỰC"},
    {"mặt trận tổ quốc", "MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HÒA SƠN BAN THƯỜNG TRỰC"},
};

/// ... and beneath it on the same line one of these.
inline constexpr HeaderRow inferior_bodies[] = {
    {"sở ", "SỞ TƯ PHÁP"}, {"phòng giáo dục", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"},
    {"phòng gd", "PHÒNG GD&ĐT"}, {"phòng nội vụ", "PHÒNG NỘI VỤ"},
    {"phòng văn hóa", "PHÒNG VĂN HÓA - XÃ HỘI"}, {"phòng kinh tế", "PHÒNG KINH TẾ"},
    {"phòng tư pháp", "PHÒNG TƯ PHÁP"}, {"phòng y tế", "PHÒNG Y TẾ"},
    {"phòng nông nghiệp", "PHÒNG NÔNG NGHIỆP"}, {"phòng lao động", "PHÒNG LAO ĐỘNG"},
    {"phòng tài chính", "PHÒNG TÀI CHÍNH"}, {"phòng tài nguyên", "PHÒNG TÀI NGUYÊN"},
    {"trường tiểu học", "TRƯỜNG TIỂU HỌC"}, {"trường trung học", "TRƯỜNG TRUNG HỌC CƠ SỞ"},
    {"trường mầm non", "TRƯỜNG MẦM NON"}, {"trường mẫu giáo", "TRƯỜNG MẪU GIÁO"},
    {"trường th ", "TRƯỜNG TH"}, {"trường thcs", "TRƯỜNG THCS"}, {"trường thpt", "TRƯỜNG THPT"},
    {"trường mn ", "TRƯỜNG MN"}, {"trường th&thcs", "TRƯỜNG TH&THCS"},
    {"trường ptdt", "TRƯỜNG PTDTBT"}, {"trường phổ thông", "TRƯỜNG PHỔ THÔNG"},
    {"trường đại học", "TRƯỜNG ĐẠI HỌC"}, {"trường cao đẳng", "TRƯỜNG CAO ĐẲNG"},
    {"ban chỉ đạo", "BAN CHỈ ĐẠO"}, {"ban quản lý", "BAN QUẢN LÝ"}, {"ban dân tộc", "BAN DÂN TỘC"},
    {"bệnh viện", "BỆNH VIỆN"}, {"trung tâm ", "TRUNG TÂM Y TẾ"}, {"trạm y tế", "TRẠM Y TẾ"},
    {"chi cục ", "CHI CỤC THỦY LỢI"}, {"công an tỉnh", "CÔNG AN TỈNH"},
    {"công an xã", "CÔNG AN XÃ"},
    {"công ty ", "CÔNG TY ĐIỆN LỰC"}, {"liên đoàn lao động", "LIÊN ĐOÀN LAO ĐỘNG TỈNH"},
    {"công đoàn ngành", "CÔNG ĐOÀN NGÀNH Y TẾ"}, {"đảng ủy", "ĐẢNG ỦY XÃ"},
    {"ban thường trực", "BAN THƯỜNG TRỰC"}, {"cđcs", "CĐCS TRƯỜNG THPT"},
    {"công đoàn cơ sở", "CÔNG ĐOÀN CƠ SỞ TRƯỜNG THPT"},
    {"bch ", "BCH HUYỆN HÒA AN"}, {"ban chấp hành", "BAN CHẤP HÀNH HUYỆN HÒA AN"},
    {"huyện đoàn", "HUYỆN ĐOÀN HÒA AN"}, {"đoàn xã", "ĐOÀN XÃ HÒA AN"},
};

/// Behind these words a body is of the name before it.
inline constexpr HeaderRow body_joiners[] = {
    {"của", "BAN CHỈ ĐẠO CỦA SỞ"}, {"và", "SỞ Y TẾ VÀ SỞ TÀI CHÍNH"}, {"thuộc", "THUỘC SỞ"},
    {"các", "CÁC SỞ"}, {"-", "SỞ Y TẾ - SỞ TÀI CHÍNH"}, {"–", "SỞ Y TẾ – SỞ TÀI CHÍNH"},
    {"tổng", "TỔNG CÔNG TY"}, {"cơ", "TRUNG HỌC CƠ SỞ"}, {"hội", "HỘI TRƯỜNG"},
    {"phòng", "VĂN PHÒNG SỞ"}, {"phường", "PHƯỜNG SỞ DẦU"}, {"xã", "XÃ TRUNG TÂM"},
    {"huyện", "HUYỆN TRUNG TÂM"}, {"ngành", "NGÀNH SỞ"}, {"trấn", "THỊ TRẤN TRUNG TÂM"},
};

/// Who speaks for the body above, and issues nothing beside it.
inline constexpr HeaderRow standing_bodies[] = {
    {"ban thường trực", "MẶT TRẬN TỔ QUỐC VIỆT NAM TỈNH HÒA SƠN / BAN THƯỜNG TRỰC"},
    {"ban thường vụ", "HỘI NÔNG DÂN TỈNH HÒA SƠN / BAN THƯỜNG VỤ"},
    {"ban chấp hành", "CÔNG ĐOÀN NGÀNH Y TẾ / BAN CHẤP HÀNH"},
};

/// Over the names of those who issue a document together.
inline constexpr HeaderRow joint_heads[] = {
    {"liên ngành", "LIÊN NGÀNH / SỞ Y TẾ - SỞ TÀI CHÍNH"}, {"liên tịch", "LIÊN TỊCH / ..."},
    {"liên bộ", "LIÊN BỘ / Y TẾ - TÀI CHÍNH"}, {"liên sở", "LIÊN SỞ / ..."},
};

/// Central bodies whose branches are named after them.
inline constexpr HeaderRow central_bodies[] = {
    {"kho bạc nhà nước", "KHO BẠC NHÀ NƯỚC / KHO BẠC NHÀ NƯỚC HÒA SƠN"},
    {"bảo hiểm xã hội", "BẢO HIỂM XÃ HỘI / BẢO HIỂM XÃ HỘI TỈNH HÒA SƠN"},
    {"kiểm toán nhà nước", "KIỂM TOÁN NHÀ NƯỚC / KIỂM TOÁN NHÀ NƯỚC KHU VỰC I"},
    {"ngân hàng nhà nước", "NGÂN HÀNG NHÀ NƯỚC / NGÂN HÀNG NHÀ NƯỚC KHU VỰC 2"},
    {"ngân hàng chính sách xã hội", "NGÂN HÀNG CHÍNH SÁCH XÃ HỘI / ... TỈNH HÒA SƠN"},
};

/// Whose committee it is, on a line beneath it.
inline constexpr HeaderRow levels[] = {
    {"tỉnh", "tỉnh Hòa Sơn"}, {"thành phố", "thành phố Hòa An"}, {"huyện", "huyện Hòa An"},
    {"quận", "quận Hòa An"}, {"thị xã", "thị xã Hòa An"}, {"thị trấn", "thị trấn Hòa An"},
    {"xã", "xã Hòa An"}, {"phường", "phường Hòa An"}, {"đặc khu", "đặc khu Hòa An"},
};

/// Words in the symbol of a number that are not in capitals.
inline constexpr HeaderRow symbol_words[] = {
    {"liên tịch", "……KH/Liên tịch"}, {"liên ngành", "12/KH-Liên ngành"},
};

/// Who has schools and hospitals beneath it; both may come out on one line.
inline constexpr HeaderRow parent_heads[] = {
    {"ủy ban nhân dân", "ỦY BAN NHÂN DÂN HUYỆN HÒA AN"}, {"ubnd", "UBND HUYỆN HÒA AN"},
    {"sở giáo dục", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, {"sở gd", "SỞ GD&ĐT"}, {"sở y tế", "SỞ Y TẾ"},
    {"phòng giáo dục", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"}, {"phòng gd", "PHÒNG GD&ĐT HÒA AN"},
    {"phòng gdđt", "PHÒNG GDĐT HÒA AN"},
};

inline constexpr HeaderRow unit_heads[] = {
    {"phòng giáo dục", "PHÒNG GIÁO DỤC VÀ ĐÀO TẠO"}, {"phòng gd", "PHÒNG GD&ĐT"},
    {"sở giáo dục", "SỞ GIÁO DỤC VÀ ĐÀO TẠO"}, {"sở gd", "SỞ GD&ĐT"}, {"sở y tế", "SỞ Y TẾ"},
    {"trường tiểu học", "TRƯỜNG TIỂU HỌC"}, {"trường th", "TRƯỜNG TH HÒA AN"},
    {"trường thcs", "TRƯỜNG THCS"}, {"trường thpt", "TRƯỜNG THPT"},
    {"trường mầm non", "TRƯỜNG MẦM NON"}, {"trường mn", "TRƯỜNG MN"},
    {"trường trung học", "TRƯỜNG TRUNG HỌC CƠ SỞ"}, {"trường cao đẳng", "TRƯỜNG CAO ĐẲNG"},
    {"bệnh viện", "BỆNH VIỆN ĐA KHOA"}, {"trung tâm y tế", "TRUNG TÂM Y TẾ"},
};

/// They begin like a unit but go on in one: "SỞ" / "KHOA HỌC VÀ CÔNG NGHỆ".
inline constexpr HeaderRow no_agency_heads[] = {
    {"khoa học", "KHOA HỌC VÀ CÔNG NGHỆ"}, {"hội an", "HỘI AN"}, {"trường sa", "TRƯỜNG SA"},
    {"hội nhập", "HỘI NHẬP QUỐC TẾ"}, {"phòng, chống", "PHÒNG, CHỐNG THIÊN TAI"},
    {"phòng chống", "PHÒNG CHỐNG THIÊN TAI"}, {"phòng thủ", "PHÒNG THỦ DÂN SỰ"},
    {"tổ chức", "TỔ CHỨC CÁN BỘ"}, {"tổ quốc", "TỔ QUỐC VIỆT NAM"}, {"đoàn kết", "ĐOÀN KẾT"},
    {"vụ bản", "VỤ BẢN"}, {"đội cấn", "ĐỘI CẤN"}, {"đoàn thể", "ĐOÀN THỂ"},
    {"bộ đội", "BỘ ĐỘI BIÊN PHÒNG TỈNH"}, {"ban nhân dân", "(ỦY) BAN NHÂN DÂN"},
    {"ban hành", "BAN HÀNH QUY ĐỊNH"}, {"đoàn xá", "ĐOÀN XÁ"}, {"hội xá", "HỘI XÁ"},
    {"sở hữu", "SỞ HỮU TRÍ TUỆ"},
};

/// A name that ends so goes on in the next line, whatever that begins with.
inline constexpr HeaderRow open_ends[] = {
    {"và", "SỞ VĂN HÓA, THỂ THAO VÀ"}, {"của", "BAN CHỈ ĐẠO CỦA"}, {"về", "BAN CHỈ ĐẠO VỀ"},
    {"các", "LIÊN HIỆP CÁC"}, {"thuộc", "TRUNG TÂM THUỘC"}, {"ban quản lý", "BAN QUẢN LÝ"},
    {"ban chỉ đạo", "BAN CHỈ ĐẠO"}, {"ban chỉ huy", "BAN CHỈ HUY"}, {"ban tổ chức", "BAN TỔ CHỨC"},
    {"cơ quan", "CƠ QUAN"}, {"văn phòng", "VĂN PHÒNG"}, {"tổ giúp việc", "TỔ GIÚP VIỆC"},
    {"xã", "BẢO HIỂM XÃ"}, {"ban chấp hành", "BAN CHẤP HÀNH"}, {"ban thường vụ", "BAN THƯỜNG VỤ"},
    {"thường trực", "THƯỜNG TRỰC"}, {"bch", "BCH"},
    {"tham gia", "BAN CHỈ ĐẠO PHÁT TRIỂN ĐỐI TƯỢNG THAM GIA / BHXH TỰ NGUYỆN"},
    {"ban chỉ đạo phát triển", "BAN CHỈ ĐẠO PHÁT TRIỂN / HTX XÃ HÒA AN"},
    {"ban công tác mặt trận", "BAN CÔNG TÁC MẶT TRẬN"}, {"ban điều hành", "BAN ĐIỀU HÀNH"},
    {"công đoàn trường", "CÔNG ĐOÀN TRƯỜNG"}, {"liên đội trường", "LIÊN ĐỘI TRƯỜNG"},
    {"chi đoàn trường", "CHI ĐOÀN TRƯỜNG"}, {"chi bộ trường", "CHI BỘ TRƯỜNG"},
    {"phát thanh", "ĐÀI PHÁT THANH"}, {"liên hiệp", "LIÊN HIỆP"}, {"liên minh", "LIÊN MINH"},
    {"và môi", "PHÒNG TÀI NGUYÊN VÀ MÔI"},
};

/// Places begin with these: a line before the date that begins so belongs to it.
inline constexpr HeaderRow weekday_heads[] = {
    {"monday", "Monday, 16/05/2022 - 00:12"}, {"tuesday", "Tuesday, 17/05/2022"},
    {"wednesday", "Wednesday, 18/05/2022"}, {"thursday", "Thursday, 19/05/2022"},
    {"friday", "Friday, 20/05/2022"}, {"saturday", "Saturday, 21/05/2022"},
    {"sunday", "Sunday, 22/05/2022"}, {"thứ hai", "Thứ hai, 16/5/2022"},
    {"thứ ba", "Thứ ba, 17/5/2022"}, {"thứ tư", "Thứ tư, 18/5/2022"},
    {"thứ năm", "Thứ năm, 19/5/2022"}, {"thứ sáu", "Thứ sáu, 20/5/2022"},
    {"thứ bảy", "Thứ bảy, 21/5/2022"}, {"chủ nhật", "Chủ nhật, 22/5/2022"},
};

inline constexpr HeaderRow place_heads[] = {
    {"thành phố", "Thành phố Hồ"}, {"tp", "TP. Hồ"}, {"tỉnh", "Tỉnh Bà Rịa -"},
    {"thị xã", "Thị xã"},
    {"thị trấn", "Thị trấn"}, {"quận", "Quận"}, {"huyện", "Huyện"}, {"phường", "Phường"},
    {"đặc khu", "Đặc khu"}, {"xã", "Xã"}, {"bà rịa", "Bà Rịa - Vũng"},
};
// clang-format on

}  // namespace vanban::plan
