#pragma once

#include <string_view>

/// The words that tell whether a line goes on in the next. Folded, with an example each.
namespace vanban::outline::block_words {

// clang-format off
/// Paragraphs begin with these even where the line before them is full.
struct Opener {
  std::string_view folded;
  std::string_view example;
};
inline constexpr Opener openers[] = {
    {"trên đây là ", "Trên đây là Kế hoạch trồng cây ..."},
    {"nơi nhận", "Nơi nhận:"},
    {"căn cứ ", "Căn cứ Luật Tổ chức chính quyền địa phương ..."},
};

/// A ground of the preamble, which may end in a comma.
inline constexpr Opener ground_openers[] = {
    {"căn cứ", "Căn cứ Luật Đất đai,"},
    {"theo đề nghị", "Theo đề nghị của Giám đốc Sở,"},
    {"xét đề nghị", "Xét đề nghị của Chánh Văn phòng,"},
};

/// Who acts in a paragraph stands first in it: where one body's paragraph ended with a full line,
/// another body begins another. A name goes on with a capital, or with whose body it is: "Sở Y tế"
/// but "Sở hữu", "Công an tỉnh" but "Ban hành".
inline constexpr Opener bodies[] = {
    {"sở ", "Sở Y tế chủ trì ..."}, {"ban ", "Ban Dân tộc ..."}, {"phòng ", "Phòng Nội vụ ..."},
    {"văn phòng ", "Văn phòng Sở ..."}, {"ủy ban ", "Ủy ban nhân dân xã ..."},
    {"ubnd ", "UBND các xã ..."}, {"công an ", "Công an tỉnh ..."},
    {"trung tâm ", "Trung tâm Y tế ..."}, {"hội ", "Hội Nông dân ..."},
    {"đoàn ", "Đoàn Thanh niên ..."}, {"tỉnh đoàn ", "Tỉnh đoàn Hòa Sơn ..."},
    {"liên đoàn ", "Liên đoàn Lao động ..."}, {"bộ chỉ huy ", "Bộ Chỉ huy Quân sự ..."},
    {"thanh tra ", "Thanh tra tỉnh ..."}, {"trạm ", "Trạm Y tế ..."},
    {"đài ", "Đài Phát thanh ..."}, {"chi cục ", "Chi cục Kiểm lâm ..."},
    {"kho bạc ", "Kho bạc Nhà nước ..."}, {"bảo hiểm xã hội ", "Bảo hiểm xã hội tỉnh ..."},
};
inline constexpr Opener whose_bodies[] = {
    {"tỉnh ", "Công an tỉnh"}, {"thành phố ", "Thanh tra thành phố"}, {"xã ", "Công an xã"},
    {"phường ", "Công an phường"}, {"huyện ", "Thanh tra huyện"},
    {"nhân dân ", "Ủy ban nhân dân"}, {"các ", "UBND các xã"},
};

/// Who makes a plan, where the name is none of the above.
inline constexpr Opener makers[] = {
    {"ban thường vụ ", "Ban Thường vụ Tỉnh ủy ..."}, {"ban chấp hành ", "Ban Chấp hành ..."},
    {"thường trực ", "Thường trực HĐND xã ..."}, {"tỉnh ủy ", "Tỉnh ủy ban hành ..."},
    {"thành ủy ", "Thành ủy ban hành ..."}, {"huyện ủy ", "Huyện ủy ban hành ..."},
    {"đảng ủy ", "Đảng ủy xã ..."}, {"đảng bộ ", "Đảng bộ Sở ..."}, {"chi bộ ", "Chi bộ thôn ..."},
    {"nhà trường ", "Nhà trường xây dựng ..."}, {"trường ", "Trường THCS Hòa An ..."},
    {"liên đội ", "Liên đội Trường ..."}, {"công đoàn ", "Công đoàn ngành ..."},
    {"bộ ", "Bộ Y tế ..."}, {"cục ", "Cục Thuế tỉnh ..."}, {"tổng cục ", "Tổng cục Thuế ..."},
    {"viện ", "Viện kiểm sát nhân dân ..."}, {"tòa án ", "Tòa án nhân dân ..."},
    {"bệnh viện ", "Bệnh viện đa khoa ..."}, {"công ty ", "Công ty Điện lực ..."},
    {"hội đồng ", "Hội đồng nhân dân xã ..."}, {"uỷ ban ", "Uỷ ban nhân dân xã ..."},
    {"thuế ", "Thuế tỉnh ..."}, {"ngân hàng ", "Ngân hàng Chính sách xã hội ..."},
};

/// Lines of their own between the grounds and the articles.
inline constexpr Opener enactments[] = {
    {"quyết định:", "QUYẾT ĐỊNH:"}, {"quyết định", "QUYẾT ĐỊNH"}, {"quyết nghị:", "QUYẾT NGHỊ:"},
    {"quyết nghị", "QUYẾT NGHỊ"}, {"nghị định:", "NGHỊ ĐỊNH:"}, {"nghị định", "NGHỊ ĐỊNH"},
    {"quyết định :", "QUYẾT ĐỊNH :"}, {"quyết nghị :", "QUYẾT NGHỊ :"},
};

/// No phrase ends with these where figures follow; "hạ tầng số" may.
inline constexpr Opener ends_before_figures[] = {
    {" số", "Căn cứ Nghị định số"}, {" ngày", "... số 37-CT/TW ngày"},
    {" tháng", "... ngày 23 tháng"}, {" năm", "... tháng 4 năm"}, {" -", "giai đoạn 2026 -"},
    {" –", "giai đoạn 2026 –"}, {" giai đoạn", "Chiến lược giai đoạn"},
    {" nhiệm kỳ", "... khóa X, nhiệm kỳ"}, {" năm học", "Kế hoạch năm học"},
    {" kỷ niệm", "... chào mừng kỷ niệm"}, {" kỉ niệm", "... chào mừng kỉ niệm"},
};

/// Whose body it is stands behind these, on the next line: a name of two words and what it does.
inline constexpr Opener ends_before_places[] = {
    {"ủy ban nhân dân tỉnh", "Ủy ban nhân dân tỉnh / Hòa Sơn ban hành ..."},
    {"ủy ban nhân dân thành phố", "Ủy ban nhân dân thành phố / Hòa An ban hành ..."},
    {"ủy ban nhân dân huyện", "Ủy ban nhân dân huyện / Hòa An ban hành ..."},
    {"ủy ban nhân dân xã", "Ủy ban nhân dân xã / Hòa An ban hành ..."},
    {"ủy ban nhân dân phường", "Ủy ban nhân dân phường / Hòa An ban hành ..."},
    {"hội đồng nhân dân tỉnh", "Hội đồng nhân dân tỉnh / Hòa Sơn ban hành ..."},
    {"hội đồng nhân dân thành phố", "Hội đồng nhân dân thành phố / Hòa An ban hành ..."},
    {"tỉnh ủy", "Ban Thường vụ Tỉnh ủy / Hòa Sơn ban hành ..."},
};

/// ... nor with these where a Roman numeral does.
inline constexpr Opener ends_before_numerals[] = {
    {" quý", "Thời gian: Quý"}, {" khóa", "Nghị quyết Trung ương 7 khóa"},
    {" khoá", "Nghị quyết Trung ương 7 khoá"}, {" lần thứ", "Đại hội lần thứ"},
};

/// Behind these the next line names to whom.
inline constexpr Opener ends_before_bodies[] = {
    {" báo cáo", "... tổng hợp báo cáo / Ủy ban nhân dân tỉnh"}, {" trình", "... trình / Bộ Y tế"},
    {" gửi", "... gửi / Sở Tài chính"}, {" gửi về", "... gửi về / Sở Tài chính"},
};

/// Offices are of bodies, where the name of one follows: "... trước Chủ tịch / Ủy ban nhân dân xã".
struct OfficeOf {
  std::string_view office;
  std::string_view body;
};
inline constexpr OfficeOf offices_of_bodies[] = {
    {" chủ tịch", "ủy ban"}, {" chủ tịch", "uỷ ban"}, {" chủ tịch", "ubnd"},
    {" chủ tịch", "hội đồng"}, {" chủ tịch", "hội "}, {" giám đốc", "sở "},
    {" giám đốc", "công an"}, {" giám đốc", "trung tâm"}, {" giám đốc", "bệnh viện"},
    {" bộ trưởng", "bộ "}, {" thủ trưởng", "các "}, {" chánh văn phòng", "ủy ban"},
{" bí thư", "tỉnh ủy"}, {" bí thư", "đảng ủy"},
    {" bí thư", "huyện ủy"}, {" bí thư", "đoàn "}, {" hiệu trưởng", "trường "},
    {" hiệu trưởng", "các trường"},
};

/// ... and one of these before it.
inline constexpr Opener before_offices[] = {
    {" trước", "... trước Chủ tịch"}, {" giao", "... giao Chủ tịch"},
    {" trình", "... trình Chủ tịch"}, {" đề nghị", "... đề nghị Chủ tịch"},
    {" yêu cầu", "... yêu cầu Thủ trưởng"}, {" báo cáo", "... báo cáo Chủ tịch"},
    {" gửi", "... gửi Giám đốc"}, {" mưu", "... tham mưu Chủ tịch"},
};
/// ... or of these, where no heading of few words ends so: "Trách nhiệm của Hiệu trưởng".
inline constexpr Opener before_offices_in_sentences[] = {
    {" của", "... của Chủ tịch"}, {" cho", "... cho Chủ tịch"}, {" với", "... với Giám đốc"},
    {" do", "... do Chủ tịch"}, {" bởi", "... bởi Bộ trưởng"},
};

/// An office that a ground names is that of a body.
inline constexpr Opener offices_in_grounds[] = {
    {" bộ trưởng", "... của Bộ trưởng"}, {" chủ tịch", "... của Chủ tịch"},
    {" giám đốc", "Xét đề nghị của Giám đốc"}, {" trưởng phòng", "... của Trưởng phòng"},
    {" thủ tướng", "... của Thủ tướng"}, {" cục trưởng", "... của Cục trưởng"},
};

/// No phrase ends with these: the next line of a wrapped text goes on, however short theirs is.
inline constexpr Opener unfinished_ends[] = {
    {" của", "Căn cứ Luật Hoạt động giám sát của"},
    {" và", "... của Bộ Y tế và"}, {" về", "... của Chính phủ về"}, {" về việc", "... về việc"},
    {" tại", "... của Bộ Y tế tại"}, {" theo", "... được thực hiện theo"},
    {" ban hành", "UBND tỉnh Hòa Sơn ban hành"}, {" do", "... do"}, {" các", "... các"},
    {" những", "... những"}, {" cho", "... cho"}, {" với", "... phối hợp với"}, {" để", "... để"},
    {" từ", "... từ"}, {" đến", "... đến"}, {" trong", "... trong"}, {" đối với", "... đối với"},
    {" thuộc", "... thuộc"}, {" nhằm", "... nhằm"}, {"bộ trưởng bộ", "Bộ trưởng Bộ"},
    {"giám đốc sở", "Giám đốc Sở"}, {"thủ tướng chính", "Thủ tướng Chính"},
    {"ủy ban nhân", "Ủy ban nhân"}, {"uỷ ban nhân", "Uỷ ban nhân"},
    {"hội đồng nhân", "Hội đồng nhân"},
};

/// Nor with these where an act with its number follows: "... Kế hoạch thực hiện" / "Kết luận số
/// 27-KL/TW".
inline constexpr Opener ends_before_acts[] = {
    {" thực hiện", "... Kế hoạch thực hiện"}, {" triển khai", "... Kế hoạch triển khai"},
    {" sơ kết", "... Kế hoạch sơ kết"}, {" tổng kết", "... Kế hoạch tổng kết"},
    {" quán triệt", "... học tập, quán triệt"}, {" hướng dẫn", "... Thông tư hướng dẫn"},
    {" sửa đổi, bổ sung", "... Nghị định sửa đổi, bổ sung"}, {" bãi bỏ", "... bãi bỏ"},
};

/// Headings do not end with these either: they say of what.
inline constexpr Opener open_headings[] = {
    {"quy định", "NHỮNG QUY ĐỊNH"}, {" nộp", "I. GIA HẠN NỘP"},
    {" công tác", "1. Công tác"}, {" việc", "II. ĐẨY MẠNH VIỆC"},
    {" hoạt động của", "III. HOẠT ĐỘNG CỦA"}, {" chương trình", "1. Triển khai Chương trình"},
    {" tăng cường", "II. TĂNG CƯỜNG"}, {" nâng cao", "III. NÂNG CAO"},
    {" đẩy mạnh", "IV. ĐẨY MẠNH"}, {" một số", "V. MỘT SỐ"}, {" bảo đảm", "VI. BẢO ĐẢM"},
    {" xây dựng", "I. CĂN CỨ XÂY DỰNG"}, {" ban hành", "I. SỰ CẦN THIẾT BAN HÀNH"},
};

/// ... nor begin with these.
inline constexpr Opener heading_rests[] = {
    {"của ", "... / CỦA BAN CHỈ ĐẠO"}, {"và ", "... / VÀ CÔNG TÁC KIỂM TRA"},
    {"trong ", "... / TRONG NĂM 2031"}, {"theo ", "... / THEO QUY ĐỊNH"},
    {"trên địa bàn", "... / TRÊN ĐỊA BÀN XÃ"}, {"tại ", "... / TẠI CÁC TRƯỜNG"},
    {"đối với ", "... / ĐỐI VỚI HỌC SINH"}, {"cho ", "... / CHO NGƯỜI DÂN"},
    {"thực hiện", "III. TỔ CHỨC / THỰC HIỆN"}, {"chủ yếu", "I. MỤC TIÊU / CHỦ YẾU"},
    {"với ", "... / VỚI CÁC HỘI"}, {"nhằm ", "... / NHẰM GIẢM NGHÈO"},
    {"trọng tâm", "III. NHIỆM VỤ / TRỌNG TÂM"}, {"cụ thể", "II. MỤC TIÊU / CỤ THỂ"},
    {"giai đoạn ", "... / GIAI ĐOẠN 2031 - 2035"}, {"năm ", "... / NĂM 2031"},
    {"đến năm ", "... / ĐẾN NĂM 2031"}, {"chung", "I. MỤC TIÊU / CHUNG"},
};

/// No heading and no paragraph is one of these words alone: a copy broke the line behind it.
enum class Asks : unsigned char { act, body, name, figure };
struct LoneOpening {
  std::string_view folded;
  Asks asks = Asks::act;  ///< for what the next line begins with
  std::string_view example;
};
inline constexpr LoneOpening lone_openings[] = {
    {"căn cứ", Asks::act, "Căn cứ / Luật Lâm nghiệp"},
    {"thực hiện theo", Asks::act, "Thực hiện theo / Kế hoạch"},
    {"giao", Asks::body, "4. Giao / Phòng Nội vụ"},
    {"trên", Asks::figure, "- Trên / 60% số hộ"},
    {"dưới", Asks::figure, "- Dưới / 5% số hộ"},
    {"từ", Asks::figure, "- Từ / 5 giờ"},
    {"ban", Asks::name, "2. Ban / Tuyên giáo"},
    {"sở", Asks::name, "2. Sở / Y tế"},
    {"bộ", Asks::name, "2. Bộ / Y tế"},
    {"phòng", Asks::name, "2. Phòng / Nội vụ"},
    {"hội", Asks::name, "2. Hội / Phụ nữ"},
    {"các", Asks::body, "3. Các / Sở, ngành"},
    {"trạm", Asks::name, "2. Trạm / Y tế"},
    {"chi cục", Asks::name, "2. Chi cục / Thú y"},
    {"trung tâm", Asks::name, "2. Trung tâm / Y tế"},
    {"ít nhất", Asks::figure, "- Ít nhất / 5 thôn"},
    {"tối thiểu", Asks::figure, "- Tối thiểu / 5 thôn"},
    {"phấn đấu", Asks::figure, "- Phấn đấu / 5 thôn"},
    {"đến năm", Asks::figure, "- Đến năm / 2031"},
    {"đến hết", Asks::figure, "- Đến hết / 31/12"},
    {"trước ngày", Asks::figure, "- Trước ngày / 5/3"},
    {"đối với", Asks::body, "- Đối với / Sở Y tế"},
};

/// A word of two syllables that the end of a line parts.
struct PartedWord {
  std::string_view end;
  std::string_view rest;
};
inline constexpr PartedWord parted_words[] = {
    {" kết", "quả"}, {" kết", "luận"}, {" yêu", "cầu"}, {" giải", "pháp"}, {" nhiệm", "vụ"},
    {" nội", "dung"}, {" kinh", "phí"}, {" mục", "đích"}, {" mục", "tiêu"}, {" thực", "hiện"},
    {" tổ", "chức"}, {" đối", "tượng"}, {" thời", "gian"}, {" địa", "điểm"}, {" chỉ", "tiêu"},
    {" kế", "hoạch"}, {" công", "tác"}, {" phương", "hướng"}, {" phương", "án"}, {" tình", "hình"},
    {" trách", "nhiệm"}, {" quan", "điểm"}, {" khen", "thưởng"}, {" sản", "phẩm"},
    {" cần", "thiết"}, {" thành", "phần"}, {" hiệu", "lực"}, {" điều", "khoản"}, {" quy", "định"},
    {" chương", "trình"}, {" phạm", "vi"}, {" nguồn", "lực"}, {" đánh", "giá"}, {" hoạt", "động"},
    {" ban", "chấp hành"}, {" ban", "thường vụ"}, {" ban", "chỉ đạo"}, {" ban", "tổ chức"},
    {" ban", "quản lý"}, {" ủy", "ban"}, {" uỷ", "ban"}, {" hội", "đồng"}, {" nhân", "dân"},
};

struct BrokenName {
  std::string_view folded;
  std::string_view example;
};

/// With these words no heading ends: the next bold paragraph is the rest of it.
inline constexpr BrokenName broken_names[] = {
    {" hội liên hiệp", "**1. Hội Liên hiệp** / **Phụ nữ**"},
    {" hội cựu", "**2. Hội Cựu** / **chiến binh**"},
    {" liên đoàn", "**3. Liên đoàn** / **Lao động tỉnh**"},
    {" mặt trận", "**4. Ủy ban Mặt trận** / **Tổ quốc**"},
    {" ủy ban", "**5. Ủy ban** / **Mặt trận Tổ quốc**"},
    {" và", "**6. Đoàn Thanh niên và** / **Hội Phụ nữ**"},
    {" của", "**7. Trách nhiệm của** / **Sở Y tế**"},
    {" các", "**8. Đối với các** / **Trường Trung học**"},
    {" sở", "**9. Giám đốc Sở** / **Y tế**"},
    {" kinh tế - xã", "II. PHÁT TRIỂN KINH TẾ - XÃ / HỘI 5 NĂM 2031 - 2035"},
    {" phòng", "**10. Trưởng phòng** / **Nội vụ**"},
    {" đối với", "**11. Đối với** / **Công an tỉnh**"},
    {" cho", "**12. Giao nhiệm vụ cho** / **Sở Y tế**"},
    {" với", "**13. Phối hợp với** / **Sở Y tế**"},
};

/// Names with a dash in them, which a line may be broken at.
struct DashedName {
  std::string_view before;
  std::string_view behind;
  std::string_view example;
};
inline constexpr DashedName dashed_names[] = {
    {" kế hoạch", "tài chính", "Vụ Kế hoạch / - Tài chính"},
    {" tài chính", "kế hoạch", "Phòng Tài chính / - Kế hoạch"},
    {" văn hóa", "xã hội", "Phòng Văn hóa / - Xã hội"},
    {" văn hóa", "thông tin", "Phòng Văn hóa / - Thông tin"},
    {" lao động", "thương binh", "Sở Lao động / - Thương binh và Xã hội"},
    {" thương binh", "xã hội", "Phòng Lao động - Thương binh / - Xã hội"},
    {" phát thanh", "truyền hình", "Đài Phát thanh / - Truyền hình"},
    {" thi đua", "khen thưởng", "Ban Thi đua / - Khen thưởng"},
    {" tổ chức", "hành chính", "Phòng Tổ chức / - Hành chính"},
    {" hành chính", "quản trị", "Phòng Hành chính / - Quản trị"},
    {" hành chính", "tổng hợp", "Phòng Hành chính / - Tổng hợp"},
    {" kinh tế", "xã hội", "Ban Kinh tế / - Xã hội"},
    {" kinh tế", "ngân sách", "Ban Kinh tế / - Ngân sách"},
    {" kinh tế", "hạ tầng", "Phòng Kinh tế / - Hạ tầng"},
    {" thể dục", "thể thao", "Trung tâm Thể dục / - Thể thao"},
    {" giáo dục nghề nghiệp", "giáo dục thường xuyên",
     "Trung tâm Giáo dục nghề nghiệp / - Giáo dục thường xuyên"},
    {" khoa học", "công nghệ", "Phòng Khoa học / - Công nghệ"},
    {" dân số", "kế hoạch hóa", "Chi cục Dân số / - Kế hoạch hóa gia đình"},
};
// clang-format on

}  // namespace vanban::outline::block_words
