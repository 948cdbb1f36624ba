#include "outline/heading.hpp"

#include <algorithm>

#include "outline/characters.hpp"
#include "outline/tree.hpp"

namespace vanban::outline {
namespace {

struct Phrase {
  std::string_view folded;
  std::string_view example;
};

// clang-format off
/// A line that announces a list but says who does what is an item.
constexpr Phrase sentence_openers[] = {
    {"giao ", "Giao Phòng Y tế thực hiện các việc sau:"},
    {"đề nghị ", "Đề nghị các hội, đoàn thể:"}, {"yêu cầu các ", "Yêu cầu các đơn vị:"},
};
/// They begin with the same word and name something.
constexpr Phrase name_openers[] = {
    {"giao lưu", "Giao lưu mừng năm mới:"}, {"giao thông", "Giao thông nông thôn:"},
    {"giao ban", "Giao ban định kỳ:"}, {"giao dịch", "Giao dịch điện tử:"},
    {"giao tiếp", "Giao tiếp, ứng xử:"},
};
constexpr Phrase sentence_parts[] = {
    {" có trách nhiệm", "Văn phòng có trách nhiệm:"},
    {" chịu trách nhiệm", "Phòng A chịu trách nhiệm:"},
    {" như sau:", "Chi hỗ trợ như sau:"}, {" sau đây:", "Thực hiện các việc sau đây:"},
    {" việc sau:", "Thực hiện các việc sau:"},
    {" các nội dung sau:", "Tập trung các nội dung sau:"},
    {" dưới đây:", "Các hoạt động diễn ra theo lịch dưới đây:"},
};
/// An article that says who has a duty names nothing, with a stop or without.
constexpr Phrase duties[] = {
    {" chịu trách nhiệm thi hành", "Điều 3. Chánh Văn phòng chịu trách nhiệm thi hành"},
    {" có hiệu lực kể từ", "Điều 2. Quyết định này có hiệu lực kể từ ngày ký"},
    {" có hiệu lực từ", "Điều 2. Quyết định này có hiệu lực từ ngày ký"},
};
/// But for one of that name.
constexpr Phrase named_duties[] = {
    {"cơ quan chịu trách nhiệm", "Điều 9. Cơ quan chịu trách nhiệm thi hành"},
    {"thời điểm ", "Điều 10. Thời điểm văn bản có hiệu lực từ ngày ký"},
};
/// The same where no article says so: "Điều 1. Phê duyệt Đề án với những nội dung sau:" names.
constexpr Phrase announcing_parts[] = {
    {", cụ thể:", "Xã làm theo hướng dẫn của tỉnh, cụ thể:"},
    {"; bảo đảm:", "Thẩm định phương án của các đơn vị; bảo đảm:"},
    {"; đảm bảo:", "Thẩm định phương án của các đơn vị; đảm bảo:"},
    {", bảo đảm:", "Thẩm định phương án của các đơn vị, bảo đảm:"},
    {", đảm bảo:", "Thẩm định phương án của các đơn vị, đảm bảo:"},
};
/// Before " sau:" that announces; "Đợt sau:" names.
constexpr Phrase announced[] = {
    {" theo thứ tự ", "Phó Hiệu trưởng quyết định theo thứ tự sau:"},
    {" theo trình tự ", "Các thôn bình xét theo trình tự sau:"},
    {" các ", "Thành viên giám sát thông qua các hoạt động sau:"},
    {" những ", "Tập trung làm những phần việc sau:"},
};
/// The same where the colon is wanting.
constexpr Phrase announcing_ends[] = {
    {" như sau", "Phân công nhiệm vụ cho các thành viên như sau"},
    {" sau đây", "Thực hiện tốt các việc sau đây"},
    {" dưới đây", "Các hoạt động diễn ra theo lịch dưới đây"},
};
/// So does an article that enacts what it announces.
constexpr Phrase enacting_parts[] = {
    {" bao gồm:", "Điều 1. Ban hành kèm theo Quyết định này các quy trình, bao gồm:"},
    {" gồm:", "Điều 2. Thành lập Tổ công tác gồm:"},
};
constexpr Phrase enacting_verbs[] = {
    {"tặng giấy", "Điều 1. Tặng Giấy khen cho 08 đảng viên có tên sau:"},
    {"tặng bằng", "Điều 1. Tặng Bằng khen cho 02 tập thể:"},
    {"tặng danh", "Điều 1. Tặng danh hiệu cho 02 tập thể:"},
    {"khen thưởng ", "Điều 1. Khen thưởng 05 tập thể:"},
    {"thành lập ", "Điều 1. Thành lập Tổ giúp việc:"}, {"cử các ", "Điều 1. Cử các ông, bà:"},
    {"cử ông", "Điều 1. Cử ông, bà có tên sau:"}, {"công nhận các ", "Điều 1. Công nhận các hộ:"},
    {"giao các ", "Điều 2. Giao các phòng:"}, {"giao phòng ", "Điều 2. Giao Phòng Nội vụ:"},
    {"giao sở ", "Điều 2. Giao Sở Nội vụ:"}, {"giao bộ ", "Điều 2. Giao Bộ Nội vụ:"},
    {"giao ủy ban ", "Điều 2. Giao Ủy ban nhân dân xã:"},
    {"bổ nhiệm ", "Điều 1. Bổ nhiệm các ông, bà:"},
    {"ban hành kèm", "Điều 1. Ban hành kèm theo Quyết định này Quy chế:"},
};
/// What stands before the colon counts the things of a series, and does not say what follows:
/// "Giai đoạn 1: Chuẩn bị" stays a heading.
constexpr Phrase series[] = {
    {"giai đoạn", "Giai đoạn 1: Chuẩn bị"}, {"bước", "Bước 2: Thẩm định"},
    {"đợt", "Đợt 1: Tháng 3"}, {"nội dung", "Nội dung 1: Tập huấn"},
    {"nhiệm vụ", "Nhiệm vụ 3: Số hóa"}, {"mục tiêu", "Mục tiêu 2: Giảm nghèo"},
    {"hợp phần", "Hợp phần 1: Hạ tầng"}, {"tiểu dự án", "Tiểu dự án 1: Đào tạo"},
    {"dự án", "Dự án 2: Nước sạch"},
    {"nhóm", "Nhóm A: Hướng đến người bệnh"},
    {"chuyên đề", "Chuyên đề 1: An toàn"},
};
// clang-format on

/// In minutes an item says who did what.
constexpr Phrase speakers[] = {
    {"trưởng ", "Trưởng Ban Công tác Mặt trận đánh giá tình hình tháng qua:"},
    {"phó ", "Phó Chủ tịch xã kết luận về các việc đã nêu:"},
    {"đồng chí ", "Đồng chí Bí thư phát biểu chỉ đạo hội nghị:"},
    {"đ/c ", "Đ/c Hà báo cáo tình hình của chi hội:"},
    {"ông ", "Ông Nam nêu ý kiến:"},
    {"bà ", "Bà Hoa nêu ý kiến:"},
    {"đại diện ", "Đại diện các hộ nêu ý kiến:"},
    {"chủ tịch ", "Chủ tịch xã kết luận:"},
    {"bí thư ", "Bí thư chi bộ kết luận:"},
};

/// Labels of any length: they divide, and say nothing themselves.
constexpr Phrase dividers[] = {
    {"đối với ", "Đối với các trường trung học cơ sở và trung học phổ thông trên địa bàn:"},
    {"về ", "Về công tác tuyên truyền, phổ biến pháp luật trên địa bàn xã:"},
};

/// Who acts, at any length, as long as nothing is said of what they do.
constexpr Phrase actors[] = {
    {"các ", "Các cơ quan, đơn vị cấp tỉnh có liên quan đến công tác bầu cử:"},
    {"sở ", "Sở Nội vụ (Cơ quan thường trực Ban Vì sự tiến bộ phụ nữ của tỉnh):"},
    {"ủy ban ", "Ủy ban nhân dân các xã, phường ven sông và hải đảo:"},
    {"ubnd ", "UBND các xã, phường có rừng đặc dụng trên địa bàn:"},
    {"công an ", "Công an tỉnh và công an các xã, phường trên địa bàn:"},
    {"bộ chỉ huy ", "Bộ Chỉ huy Quân sự tỉnh, Bộ Chỉ huy Bộ đội Biên phòng tỉnh:"},
    {"ban ", "Ban Quản lý các khu công nghiệp và chế xuất của thành phố:"},
    {"văn phòng ", "Văn phòng Đoàn đại biểu Quốc hội và Hội đồng nhân dân tỉnh:"},
    {"phòng ", "Phòng Kinh tế, Hạ tầng và Đô thị các xã, phường:"},
    {"khoa ", "Khoa Lý luận Chính trị, Khoa Quốc phòng của các trường:"},
    {"viện ", "Viện Kiểm sát nhân dân, Tòa án nhân dân các cấp:"},
    {"trung tâm ", "Trung tâm Văn hóa, Thông tin và Thể thao các xã, phường:"},
    {"báo ", "Báo và Phát thanh, Truyền hình tỉnh, các cơ quan báo chí thường trú:"},
    {"đài ", "Đài Khí tượng Thủy văn tỉnh và các trạm trực thuộc:"},
    {"hội ", "Hội Nông dân, Hội Phụ nữ, Hội Cựu chiến binh các cấp:"},
    {"mặt trận ", "Mặt trận Tổ quốc Việt Nam tỉnh và các tổ chức thành viên:"},
    {"liên đoàn ", "Liên đoàn Lao động tỉnh và các công đoàn cấp trên:"},
    {"trường ", "Trường Chính trị tỉnh và các cơ sở đào tạo nghề:"},
    {"chi cục ", "Chi cục Kiểm lâm và các hạt kiểm lâm trên địa bàn:"},
    {"công ty ", "Công ty Điện lực, Công ty Cấp nước trên địa bàn tỉnh:"},
    {"ngân hàng ", "Ngân hàng Chính sách xã hội và các ngân hàng thương mại:"},
};
/// What a section is about, at any length.
constexpr Phrase matters[] = {
    {"chỉ tiêu ", "Chỉ tiêu nâng cao chất lượng đội ngũ cán bộ, giáo viên:"},
    {"mục tiêu ", "Mục tiêu phát triển kinh tế, văn hóa, xã hội đến năm 2030:"},
    {"đặc điểm ", "Đặc điểm tình hình kinh tế, văn hóa, xã hội của địa phương:"},
    {"tình hình ", "Tình hình triển khai các nhiệm vụ trọng tâm của năm 2030:"},
    {"kết quả ", "Kết quả thực hiện các phong trào thi đua của năm học trước:"},
    {"chương trình ", "Chương trình hội diễn văn nghệ chào mừng ngày thành lập trường:"},
    {"nhiệm vụ ", "Nhiệm vụ của các thành viên trong tổ giúp việc ban tổ chức:"},
    {"giải pháp ", "Giải pháp về nâng cao chất lượng nguồn nhân lực của xã:"},
    {"nội dung ", "Nội dung và hình thức tổ chức các hoạt động trải nghiệm:"},
    {"tiêu chuẩn ", "Tiêu chuẩn xét tặng danh hiệu gia đình văn hóa tiêu biểu:"},
    {"kinh phí ", "Kinh phí hỗ trợ các đội tham gia hội thi cấp tỉnh:"},
    {"thời gian ", "Thời gian tổ chức các vòng thi cấp trường, cấp huyện, cấp tỉnh:"},
    {"công tác ", "Công tác tuyên truyền, phổ biến, giáo dục pháp luật cho học sinh:"},
    {"những tồn tại", "Những tồn tại, hạn chế hoặc sai phạm phát hiện qua kiểm tra:"},
    {"tồn tại, ", "Tồn tại, hạn chế trong quản lý đất đai trên địa bàn xã:"},
    {"những hạn chế", "Những hạn chế, khuyết điểm của tập thể, cá nhân cán bộ xã:"},
    {"hạn chế, ", "Hạn chế, khuyết điểm của tập thể và cá nhân cán bộ xã:"},
    {"những khó khăn", "Những khó khăn, vướng mắc của các hợp tác xã trên địa bàn:"},
    {"khó khăn, ", "Khó khăn, vướng mắc của các hợp tác xã trên địa bàn:"},
    {"thuận lợi ", "Thuận lợi trong việc học và dạy của thầy và trò nhà trường:"},
    {"thuận lợi, ", "Thuận lợi, khó khăn trong việc dạy và học của nhà trường:"},
    {"ưu điểm ", "Ưu điểm của các tập thể, cá nhân được giám sát năm 2030:"},
    {"ưu điểm, ", "Ưu điểm, hạn chế của các tập thể, cá nhân được giám sát:"},
    {"giai đoạn ", "Giai đoạn chuẩn bị (dự kiến từ tháng 6 đến tháng 8/2031):"},
    {"những ưu điểm", "Những ưu điểm của các tập thể, cá nhân được giám sát:"},
    {"những kết quả", "Những kết quả nổi bật của các phong trào trong năm học:"},
    {"nguyên nhân ", "Nguyên nhân của những tồn tại, hạn chế trong năm 2030:"},
    {"bài học ", "Bài học kinh nghiệm rút ra từ các phong trào năm trước:"},
    {"phương hướng ", "Phương hướng, nhiệm vụ của chi bộ trong quý II năm 2031:"},
    {"quan điểm ", "Quan điểm chỉ đạo của Ban Thường vụ về việc sắp xếp:"},
    {"nguyên tắc ", "Nguyên tắc, phạm vi và mức hỗ trợ cho các hộ:"},
    {"điều kiện ", "Điều kiện, tiêu chuẩn của người dự tuyển vào các lớp:"},
    {"đối tượng ", "Đối tượng được xét tặng danh hiệu, hình thức khen thưởng:"},
    {"hình thức ", "Hình thức và nội dung của các vòng thi cấp trường:"},
    {"cơ cấu ", "Cơ cấu giải thưởng của hội thi cấp xã, cấp tỉnh:"},
    {"quy định ", "Quy định về bài dự thi và cách gửi bài dự thi:"},
    {"trách nhiệm của ", "Trách nhiệm của các phòng, ban và đơn vị trực thuộc Sở:"},
};
constexpr Phrase acts[] = {
    {" chủ trì", "Sở Y tế chủ trì, phối hợp với các sở, ngành thực hiện:"},
    {" phối hợp", "Công an xã phối hợp với Ban Chỉ huy Quân sự xã:"},
    {" thực hiện ", "Các thôn thực hiện nghiêm những việc dưới đây:"},
    {" triển khai ", "Các trường triển khai tới cha mẹ học sinh:"},
    {" tham mưu ", "Văn phòng tham mưu cho Ủy ban nhân dân:"},
    {" theo dõi", "Phòng Y tế theo dõi, đôn đốc các trạm:"},
    {" căn cứ ", "Các sở căn cứ chức năng, nhiệm vụ của mình:"},
    {" rà soát ", "Công an tỉnh rà soát phương án huy động lực lượng:"},
    {" kiểm tra ", "Các xã kiểm tra đê, kè, cống trên địa bàn:"},
    {" tăng cường ", "Các trường tăng cường việc giáo dục kỹ năng:"},
    {" báo cáo ", "Các đơn vị báo cáo Ủy ban nhân dân tỉnh:"},
};
/// What a matter is, or has to be: a sentence.
constexpr Phrase predicates[] = {
    {" là ", "Đối tượng là học sinh lớp 9 có học lực khá trở lên:"},
    {" thì ", "Điều kiện nào chưa đủ thì các trường bổ sung:"},
    {" phải ", "Nội dung các tiết mục dự thi phải phù hợp với lứa tuổi:"},
};

/// Behind "Về kinh phí," somebody does something.
constexpr Phrase saying_of_matters[] = {
    {" đề nghị ", "Về kinh phí đề nghị các xã cân đối."},
    {" giao ", "Về nhân lực giao Phòng Nội vụ lo."},
    {" yêu cầu ", "Về thời gian yêu cầu các đơn vị nộp sớm."},
    {" đã ", "Về tiến độ công trình đã xong phần móng."},
    {" được ", "Về đất đai hồ sơ được trả đúng hạn."},
    {" có ", "Về cơ sở vật chất trường có đủ phòng học."},
    {" hoàn thành ", "Về cơ bản hoàn thành giải phóng mặt bằng."},
    {", các ", "Về kinh phí, các thôn tự lo."},
    {", ubnd ", "Về kinh phí, UBND xã hỗ trợ."},
    {", xã ", "Về kinh phí, xã hỗ trợ."},
    {", trường ", "Về kinh phí, trường tự lo."},
    {", phòng ", "Về kinh phí, Phòng Tài chính lo."},
    {", thực hiện ", "Về nhân lực, thực hiện luân phiên."},
    {", xây dựng ", "Về đất đai, xây dựng bản đồ."},
};
/// What "về" begins and is no matter.
constexpr Phrase no_matters[] = {
    {"về đích", "Về đích nông thôn mới."},
    {"về cơ bản", "Về cơ bản phủ kín rừng phòng hộ."},
    {"về trước", "Về trước kế hoạch."},
    {"về sớm", "Về sớm trước kế hoạch."},
    {"về nguồn", "Về nguồn."},
    {"về lâu dài", "Về lâu dài lập vùng chuyên canh."},
    {"về sau", "Về sau mở rộng ra các thôn."},
    {"về với", "Về với biển đảo."},
    {"về thăm", "Về thăm căn cứ."},
};

/// What a part is about, in a word: "1. Mục đích.", "2. Nội dung, đối tượng." name it in spite of
/// the stop.
constexpr Phrase part_names[] = {
    {"mục đích", "Mục đích."},
    {"yêu cầu", "Yêu cầu."},
    {"ý nghĩa", "Ý nghĩa."},
    {"mục tiêu", "Mục tiêu chung."},
    {"nội dung", "Nội dung."},
    {"đối tượng", "Đối tượng."},
    {"thành phần", "Thành phần tham dự."},
    {"hình thức", "Hình thức thi đấu."},
    {"thời gian", "Thời gian."},
    {"địa điểm", "Địa điểm."},
    {"thể lệ", "Thể lệ."},
    {"kinh phí", "Kinh phí."},
    {"giải pháp", "Giải pháp."},
    {"biện pháp", "Biện pháp."},
    {"chỉ tiêu", "Chỉ tiêu."},
    {"thuận lợi", "Thuận lợi."},
    {"khó khăn", "Khó khăn."},
    {"nhiệm vụ", "Nhiệm vụ."},
    {"ưu điểm", "Ưu điểm."},
    {"hạn chế", "Hạn chế."},
    {"nguyên nhân", "Nguyên nhân."},
    {"tồn tại", "Tồn tại."},
    {"phạm vi", "Phạm vi."},
};
/// ... and may have behind it.
constexpr Phrase part_rests[] = {
    {"", "Mục đích."},
    {" chung", "Mục tiêu chung."},
    {" cụ thể", "Mục tiêu cụ thể."},
    {" thi đấu", "Hình thức thi đấu."},
    {" tham gia", "Đối tượng tham gia."},
    {" tham dự", "Thành phần tham dự."},
    {" dự thi", "Nội dung dự thi."},
    {" thực hiện", "Biện pháp thực hiện."},
    {" tổ chức", "Hình thức tổ chức."},
    {" thi", "Nội dung thi."},
    {" áp dụng", "Đối tượng áp dụng."},
    {" hoạt động", "Nội dung hoạt động."},
    {" tiến hành", "Thời gian tiến hành."},
};

constexpr std::size_t shortest_sentence_label = 2;
/// Who acts with whom is said of somebody, whatever stands before.
constexpr Phrase joint_acts[] = {
    {" chủ trì", "Công tác trồng cây do Đoàn Thanh niên chủ trì, các thôn tham gia:"},
    {" phối hợp", "Những khó khăn mà các thôn cần phối hợp với xã khắc phục:"},
};

constexpr std::size_t longest_division = 40;  // syllables over numbered parts; else a sentence
constexpr std::size_t shortest_act = 5;       // blanks before ", cụ thể:"
constexpr std::size_t longest_label = 8;  // syllables: "Đối tượng, phạm vi và thời gian áp dụng:"

/// "Nhiệm vụ:" only names what follows; "Rà soát quỹ đất công, cắm mốc các tuyến trồng cây:" says
/// what is to be done, and the list beneath only where.
bool is_bare_label(std::string_view text, std::string_view lower) {
  const auto opens = [&](const Phrase& row) { return opens_with(lower, row.folded); };
  const auto holds = [&](const Phrase& row) {
    return lower.find(row.folded) != std::string_view::npos;
  };
  if (std::ranges::any_of(dividers, opens)) return true;
  const bool names =
      std::ranges::any_of(actors, opens) ||
      (std::ranges::any_of(matters, opens) && std::ranges::none_of(predicates, holds));
  if (names && std::ranges::none_of(acts, holds)) return true;
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) < longest_label;
}

/// All that the line says is what its parts are about.
bool names_parts(std::string_view lower) {
  while (!lower.empty() && (lower.back() == '.' || lower.back() == ':')) lower.remove_suffix(1);
  for (;;) {
    const auto* const name = std::ranges::find_if(
        part_names, [&](const Phrase& row) { return opens_with(lower, row.folded); });
    if (name == std::end(part_names)) return false;
    lower.remove_prefix(name->folded.size());
    std::size_t rest = std::min(lower.find(','), lower.size());
    std::size_t joint = 1;
    if (const std::size_t both = lower.find(" và "); both < rest) {
      rest = both;
      joint = std::string_view(" và ").size();
    }
    const std::string_view behind = lower.substr(0, rest);
    if (std::ranges::find(part_rests, behind, &Phrase::folded) == std::end(part_rests)) {
      return false;
    }
    if (rest == lower.size()) return true;
    lower = trim(lower.substr(rest + joint));
  }
}

/// "1. Về quyền hạn của người đại diện phần vốn.": what is written of beneath, in spite of the
/// stop; "Về kinh phí, các thôn tự lo." says something, and so does what counts.
bool names_matter(std::string_view lower) {
  const auto opens = [&](const Phrase& row) { return opens_with(lower, row.folded); };
  const auto holds = [&](const Phrase& row) {
    return lower.find(row.folded) != std::string_view::npos;
  };
  return opens_with(lower, "về ") && std::ranges::none_of(no_matters, opens) &&
         std::ranges::none_of(lower, is_digit) && std::ranges::none_of(predicates, holds) &&
         std::ranges::none_of(acts, holds) && std::ranges::none_of(saying_of_matters, holds);
}

/// "Các đơn vị triển khai ...", "Giao Sở Y tế ...": in bold type a sentence all the same.
bool names_actor(std::string_view lower) {
  const auto opens = [&](const Phrase& row) { return opens_with(lower, row.folded); };
  return std::ranges::any_of(actors, opens) || std::ranges::any_of(sentence_openers, opens);
}

constexpr Phrase taking_part[] = {
    {" tham gia ", "Các đơn vị: Khoa Luật, Khoa Kinh tế tham gia hỗ trợ"},
    {" hỗ trợ", "Các đơn vị: Khoa Luật, Khoa Kinh tế hỗ trợ"},
    {" thực hiện", "Các đơn vị: Khoa Luật, Khoa Kinh tế thực hiện"},
};

/// "Các Bộ: Tài chính, Xây dựng": of which the list has but the names.
constexpr Phrase listed_by_name[] = {
    {"các bộ:", "Các Bộ: Tài chính, Xây dựng"},
    {"các sở:", "Các Sở: Tài chính, Xây dựng"},
    {"các ban:", "Các ban: Tuyên giáo, Dân vận"},
    {"các phòng:", "Các phòng: Kinh tế, Nội vụ"},
};

/// "Các đơn vị chuyên môn: Khoa Luật, Khoa Kinh tế": who, and nothing that they do.
bool lists_actors(std::string_view text, std::string_view lower) {
  const auto opens = [&](const Phrase& row) { return opens_with(lower, row.folded); };
  const auto holds = [&](const Phrase& row) {
    return lower.find(row.folded) != std::string_view::npos;
  };
  const std::size_t listed = text.find(": ") + 2;
  if (!opens_with(lower, "các ") || std::ranges::none_of(actors, opens) ||
      std::ranges::any_of(taking_part, holds) || std::ranges::any_of(acts, holds) ||
      std::ranges::any_of(sentence_parts, holds) ||
      lower.find(": ", listed) != std::string_view::npos) {
    return false;
  }
  if (std::ranges::any_of(listed_by_name, opens)) return are_capitals(text.substr(listed));
  return is_capital(text, listed) && std::ranges::any_of(actors, [&](const Phrase& row) {
           return opens_with(lower.substr(listed), row.folded);
         });
}

/// The label of one of a series: "nhiệm vụ 3", "nhóm a".
bool counts_a_series(std::string_view label) {
  if (label.size() < 2) return false;
  const bool letter = label[label.size() - 2] == ' ' && is_small(label, label.size() - 1);
  if (!is_digit(label.back()) && label.back() != 'i' && label.back() != 'v' &&
      label.back() != 'x' && !letter) {
    return false;
  }
  return std::ranges::any_of(series,
                             [&](const Phrase& row) { return opens_with(label, row.folded); });
}

/// A full stop inside that ends a sentence: a capital after it, and a word (not an abbreviation in
/// capitals, a number or an initial) before it.
bool has_inner_stop(std::string_view text) {
  for (std::size_t at = text.find(". "); at != std::string_view::npos;
       at = text.find(". ", at + 2)) {
    if (at < 2 || at + 2 >= text.size()) continue;
    if (!is_capital(text, at + 2) || text[at - 1] == '.') continue;
    std::size_t word = at;
    while (word > 0 && text[word - 1] != ' ') --word;
    const std::string_view last = text.substr(word, at - word);
    if (count_code_points(last) < shortest_sentence_label || is_capital(last, 0) ||
        is_digit(last.front())) {
      continue;
    }
    return true;
  }
  return false;
}

/// A colon with a statement behind it on the same line: "Đối tượng: Học sinh lớp 9".
bool has_inner_colon(std::string_view text, std::string_view lower) {
  const std::size_t colon = text.find(": ");
  if (colon == std::string_view::npos || colon + 2 >= text.size()) return false;
  return !counts_a_series(trim(lower.substr(0, colon)));
}

}  // namespace

bool announces_without_colon(std::string_view lower) {
  return std::ranges::any_of(announcing_ends,
                             [lower](const Phrase& row) { return lower.ends_with(row.folded); });
}

bool is_heading(NodeKind kind, std::string_view text, std::string_view lower, Content content,
                bool bold) {
  const EndMark end = end_mark(text);
  const bool ends_sentence = end == EndMark::stop || end == EndMark::semicolon;
  switch (kind) {
    case NodeKind::part:
    case NodeKind::chapter:
    case NodeKind::section:
    case NodeKind::appendix: return true;
    case NodeKind::dash:
    case NodeKind::plus:
    case NodeKind::bullet:
    case NodeKind::paragraph:
    case NodeKind::table: return false;
    default: break;
  }
  if (is_caps(text)) return true;
  if (kind == NodeKind::roman || kind == NodeKind::upper) {
    // "II. CHỦ ĐỀ: “Làng xanh”" says all that there is to say.
    if (content == Content::none && has_inner_colon(text, lower)) return false;
    return !(ends_sentence && (content == Content::none || has_inner_stop(text)));
  }
  const auto holds = [&](const Phrase& row) {
    return lower.find(row.folded) != std::string_view::npos;
  };
  if (kind == NodeKind::article) {
    const auto opens_act = [&](const Phrase& row) { return opens_with(lower, row.folded); };
    if (content == Content::none || ends_sentence) return false;
    if (std::ranges::any_of(duties, holds) && std::ranges::none_of(named_duties, opens_act)) {
      return false;
    }
    return end != EndMark::colon || (std::ranges::none_of(sentence_parts, holds) &&
                                     std::ranges::none_of(enacting_parts, holds) &&
                                     std::ranges::none_of(enacting_verbs, opens_act));
  }
  if (content == Content::none || end == EndMark::comma) return false;
  if (end == EndMark::stop && (names_parts(lower) || names_matter(lower))) return true;
  if (ends_sentence && (!bold || end != EndMark::stop || names_actor(lower))) return false;
  if (has_inner_stop(text)) return false;
  if (has_inner_colon(text, lower) && !lists_actors(text, lower)) return false;
  if (ends_sentence) return true;
  if (end == EndMark::colon) {
    const auto opens = [&](const Phrase& row) { return opens_with(lower, row.folded); };
    if (std::ranges::any_of(sentence_parts, holds)) return false;
    // "Phân công nhiệm vụ, cụ thể:" names.
    const auto announces = [&](const Phrase& row) {
      const std::size_t at = lower.find(row.folded);
      return at != std::string_view::npos &&
             static_cast<std::size_t>(std::ranges::count(text.substr(0, at), ' ')) >= shortest_act;
    };
    if (std::ranges::any_of(announcing_parts, announces)) return false;
    if (lower.ends_with(" sau:") && std::ranges::any_of(announced, holds)) return false;
    // "... như sau :"
    if (lower.ends_with(" sau :")) return false;
    if (bold) return true;
    const bool says =
        std::ranges::any_of(sentence_openers, opens) && std::ranges::none_of(name_openers, opens);
    const bool part = content == Content::divided && std::ranges::none_of(predicates, holds) &&
                      std::ranges::none_of(joint_acts, holds);
    const bool divides = (content == Content::sections || part) &&
                         static_cast<std::size_t>(std::ranges::count(text, ' ')) < longest_division;
    return !says && (divides || is_bare_label(text, lower));
  }
  return bold || content == Content::sections || !announces_without_colon(lower);
}

namespace {

/// What stands beneath a node, but for what its siblings say.
Content content_of(const Outline& outline, const TreeNode& node) {
  if (node.children.empty()) return Content::none;
  const NodeKind first = outline.nodes[node.children.front()].kind;
  return first == NodeKind::decimal || first == NodeKind::alpha ? Content::sections
                                                                : Content::items;
}

/// Meetings, of which some begin as those who meet do: "Hội Nông dân".
constexpr Phrase meetings[] = {
    {"hội nghị", "Hội nghị lần thứ nhất."}, {"hội thảo", "Hội thảo chuyên đề."},
    {"hội thi", "Hội thi cấp xã."},         {"hội diễn", "Hội diễn văn nghệ."},
    {"hội thao", "Hội thao các thôn."},     {"hội chợ", "Hội chợ nông sản."},
};

/// Few words that neither say who does something nor that it be done.
bool is_short_name(std::string_view text, std::string_view lower) {
  const auto opens = [&](const Phrase& row) { return opens_with(lower, row.folded); };
  const auto holds = [&](const Phrase& row) {
    return lower.find(row.folded) != std::string_view::npos;
  };
  return static_cast<std::size_t>(std::ranges::count(text, ' ')) < longest_label &&
         !has_inner_stop(text) && !has_inner_colon(text, lower) &&
         (!names_actor(lower) || std::ranges::any_of(meetings, opens)) &&
         std::ranges::none_of(saying_of_matters, holds) && std::ranges::none_of(acts, holds) &&
         std::ranges::none_of(predicates, holds);
}

/// Of the numbered children of one node: all hold something, and none ends a sentence.
bool divide_all(const Outline& outline, std::span<const std::uint32_t> children, NodeKind kind) {
  constexpr std::size_t fewest = 3;
  constexpr std::ptrdiff_t longest_label_blanks = 8;
  if (children.size() < fewest) return false;
  std::size_t found = 0;
  for (const std::uint32_t child : children) {
    const TreeNode& node = outline.nodes[child];
    if (node.kind != kind) continue;
    const EndMark end = end_mark(node.text.text());
    if (node.children.empty() || (end != EndMark::colon && end != EndMark::none)) return false;
    const auto opens = [&](const Phrase& row) { return opens_with(node.lower, row.folded); };
    const bool long_line = std::ranges::count(node.text.text(), ' ') >= longest_label_blanks;
    if (long_line && (std::ranges::any_of(speakers, opens) || std::ranges::any_of(actors, opens))) {
      return false;
    }
    ++found;
  }
  return found >= fewest;
}

/// Which nodes are numbers of such lists.
std::vector<bool> find_divisions(const Outline& outline) {
  std::vector<bool> divides(outline.nodes.size(), false);
  const auto look_at = [&](std::span<const std::uint32_t> children) {
    for (const NodeKind kind : {NodeKind::decimal, NodeKind::alpha}) {
      if (!divide_all(outline, children, kind)) continue;
      for (const std::uint32_t child : children) {
        if (outline.nodes[child].kind == kind) divides[child] = true;
      }
    }
  };
  look_at(outline.body);
  for (const TreeNode& node : outline.nodes) look_at(node.children);
  return divides;
}

/// "1. Hội nghị lần thứ nhất." over "1.1. ..." beside "2. Hội nghị lần thứ hai" over "2.1. ...": a
/// stop behind a name that divides into numbered parts ends no sentence where others have none.
void mark_like_those_beside(Outline& outline, std::span<const std::uint32_t> children,
                            NodeKind kind) {
  std::vector<std::uint32_t> stopped;
  std::size_t headings = 0;
  for (const std::uint32_t child : children) {
    const TreeNode& node = outline.nodes[child];
    if (node.kind != kind || content_of(outline, node) != Content::sections) continue;
    const std::string& text = node.text.text();
    if (node.heading) {
      ++headings;
    } else if (end_mark(text) == EndMark::stop && is_short_name(text, node.lower)) {
      stopped.push_back(child);
    }
  }
  if (headings < stopped.size()) return;
  for (const std::uint32_t child : stopped) outline.nodes[child].heading = true;
}

}  // namespace

void mark_headings(Outline& outline, std::size_t body_end) {
  const std::vector<bool> divides = find_divisions(outline);
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) {
    TreeNode& node = outline.nodes[i];
    // A form's headings wait for what will be filled in beneath them.
    const bool is_form = i >= body_end && end_mark(node.text.text()) == EndMark::none;
    Content content = content_of(outline, node);
    if (content == Content::none && is_form) content = Content::items;
    if (divides[i] && content == Content::items && !node.children.empty()) {
      content = Content::divided;
    }
    node.heading = node.names_section
                       ? !node.children.empty()
                       : is_heading(node.kind, node.text.text(), node.lower, content, node.bold);
  }
  const auto look_at = [&outline](std::span<const std::uint32_t> children) {
    for (const NodeKind kind : {NodeKind::decimal, NodeKind::alpha}) {
      mark_like_those_beside(outline, children, kind);
    }
  };
  look_at(outline.body);
  for (std::size_t i = 0; i < outline.nodes.size(); ++i) look_at(outline.nodes[i].children);
}

}  // namespace vanban::outline
