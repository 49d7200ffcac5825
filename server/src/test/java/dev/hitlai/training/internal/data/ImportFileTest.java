package dev.hitlai.training.internal.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.training.internal.data.ImportFile.Problem;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class ImportFileTest {
  private static final String HEADER = "site,title,description,verdict,severity,reason\n";
  private static final String GOOD = "shop.example,Title,It does nothing at all,approve,high,\n";

  private static String json(String members) {
    return "{\"site\":\"shop.example\",\"title\":\"Title\",\"description\":\"It does nothing at"
        + " all\","
        + members
        + "}\n";
  }

  private static String task(String annotations) {
    return "[{\"data\":{\"site\":\"shop.example\",\"title\":\"Title\",\"description\":\"It does"
        + " nothing at all\"},\"annotations\":"
        + annotations
        + "}]";
  }

  private static Arguments bad(String format, String content, int line, String why) {
    return Arguments.of(format, content.getBytes(StandardCharsets.UTF_8), line, why);
  }

  private static Arguments raw(int[] bytes, String why) {
    var content = new byte[bytes.length];
    for (int i = 0; i < bytes.length; i++) {
      content[i] = (byte) bytes[i];
    }
    return Arguments.of("csv", content, 0, why);
  }

  static Stream<Arguments> malformed() {
    String long501 = "x".repeat(501);
    return Stream.of(
        raw(new int[] {}, "is empty"),
        raw(new int[] {0x1f, 0x8b, 8}, "packed"),
        raw(new int[] {'P', 'K', 3, 4}, "archive or a spreadsheet"),
        raw(new int[] {0xff, 0xfe, 's', 0}, "UTF-16"),
        raw(new int[] {'s', 0xe9, 't'}, "not written in UTF-8"),
        bad("csv", " \n\n", 0, "no line with anything"),
        bad("xml", "<a/>", 0, "format must be"),
        bad("csv", "site;title;description;verdict\n", 1, "something else than commas"),
        bad("csv", "site\ttitle\tdescription\tverdict\n", 1, "something else than commas"),
        bad("csv", "site,,description,verdict\n", 1, "has no name"),
        bad("csv", "site,title,description,verdict,colour\n", 1, "“colour” is no column"),
        bad("csv", "site,title,description,verdict,site\n", 1, "named twice"),
        bad("csv", "site,title,description\n" + GOOD, 1, "“verdict” is missing"),
        bad("csv", "title,description,verdict\n", 1, "“site” is missing"),
        bad("csv", HEADER + "shop.example,Title\n", 2, "2 values where the first line names 6"),
        bad("csv", HEADER + GOOD + "a,b,c,d,e,f,g\n", 3, "7 values"),
        bad("csv", HEADER + "shop.example,\"Title,x,approve\n", 2, "quotation is not closed"),
        bad("csv", HEADER + "shop.example,Ti\"tle,x,approve,,\n", 2, "inside a value"),
        bad("csv", HEADER + "shop.example,\"Title\"s,x,approve,,\n", 2, "follows the closing"),
        bad("csv", HEADER + ",Title,It does nothing at all,approve,,\n", 2, "“site” is missing"),
        bad(
            "csv",
            HEADER + "https://shop.example/,Title,It does nothing at all,approve,,\n",
            2,
            "must be a host"),
        bad("csv", HEADER + "shop,Title,It does nothing at all,approve,,\n", 2, "must be a host"),
        bad(
            "csv",
            HEADER + "shop.example,,It does nothing at all,approve,,\n",
            2,
            "“title” is missing"),
        bad(
            "csv",
            HEADER + "shop.example," + long501 + ",It does nothing at all,approve,,\n",
            2,
            "longer than 500"),
        bad("csv", HEADER + "shop.example,Title,Short,approve,,\n", 2, "says too little"),
        bad(
            "csv",
            HEADER + "shop.example,Title," + "x".repeat(20_001) + ",approve,,\n",
            2,
            "longer than 20,000"),
        bad(
            "csv",
            HEADER + "shop.example,Title,It does nothing at all,maybe,,\n",
            2,
            "“maybe” is no verdict"),
        bad(
            "csv",
            HEADER + "shop.example,Title,It does nothing at all,false_negative,,\n",
            2,
            "no verdict on a finding"),
        bad(
            "csv",
            HEADER + "shop.example,Title,It does nothing at all,approve,grave,\n",
            2,
            "“severity” must be"),
        bad(
            "csv",
            HEADER + "shop.example,Title,It does nothing at all,hallucination,low,\n",
            2,
            "needs a “reason”"),
        bad(
            "csv",
            HEADER + "shop.example,Title,It does nothing at all,wording_improvement,low,\n",
            2,
            "right_description"),
        bad(
            "csv",
            HEADER + "shop.example,Ti\u0007tle,It does nothing at all,approve,,\n",
            2,
            "control character"),
        bad("csv", HEADER + GOOD + GOOD, 3, "is on line 2"),
        bad("jsonl", "{\"site\":\n", 1, "is no JSON"),
        bad("jsonl", json("\"verdict\":\"approve\"") + "[]\n", 2, "one JSON object"),
        bad("jsonl", json("\"verdict\":\"approve\"").strip() + " {}\n", 1, "is no JSON"),
        bad("jsonl", json("\"verdict\":\"approve\",\"verdict\":\"duplicate\""), 1, "named twice"),
        bad("jsonl", json("\"verdict\":1"), 1, "must be a text"),
        bad("jsonl", json("\"verdict\":\"approve\",\"score\":\"1\""), 1, "no member that is known"),
        bad("jsonl", json("\"verdict\":null"), 1, "“verdict” is missing"),
        bad("label_studio", "{}", 1, "array of tasks"),
        bad("label_studio", "[{}]", 1, "no “data”"),
        bad("label_studio", task("[]"), 1, "no annotation"),
        bad("label_studio", task("[{\"was_cancelled\":true}]"), 1, "cancelled"),
        bad("label_studio", task("[{\"result\":[]}]"), 1, "chooses no verdict"),
        bad(
            "label_studio",
            task("[{\"result\":[{\"value\":{\"choices\":[\"approve\",\"duplicate\"]}}]}]"),
            1,
            "more than one"));
  }

  @ParameterizedTest
  @MethodSource("malformed")
  void namesTheLineAndTheReason(String format, byte[] content, int line, String why) {
    var read = ImportFile.read(content, format);
    assertThat(read.problems()).isNotEmpty();
    assertThat(read.problems()).extracting(Problem::line).contains(line);
    assertThat(read.problems()).anyMatch(one -> one.reason().contains(why), why);
  }

  @Test
  void takesWhatIsFineAroundWhatIsNot() {
    var read =
        ImportFile.read(
            (HEADER
                    + GOOD
                    + "shop.example,Bad,Short,approve,,\n"
                    + "shop.example,\"A, \"\"quoted\"\" title\",\"Over\n"
                    + "two lines it goes\",false positive,low,Not so\n"
                    + "shop.example,Last,It does nothing at all,duplicate,,\n")
                .getBytes(StandardCharsets.UTF_8),
            "csv");
    assertThat(read.rows()).extracting(ImportFile.Row::line).containsExactly(2, 4, 6);
    assertThat(read.rows().get(1).title()).isEqualTo("A, \"quoted\" title");
    assertThat(read.problems()).extracting(Problem::line).containsExactly(3);
    var studio =
        ImportFile.read(
            task("[{\"result\":[{\"from_name\":\"verdict\",\"value\":{\"choices\":[\"approve\"]}}]}]")
                .getBytes(StandardCharsets.UTF_8),
            "label_studio");
    assertThat(studio.problems()).isEmpty();
    assertThat(studio.rows()).hasSize(1);
  }
}
