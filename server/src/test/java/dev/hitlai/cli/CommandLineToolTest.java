package dev.hitlai.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;

class CommandLineToolTest {
  private final StringWriter said = new StringWriter();

  @Test
  void answersWrongUsageWithASentenceAndWhereToReadOn() {
    assertThat(run("test", "ftp://shop.example/")).isEqualTo(2);
    assertThat(said.toString())
        .startsWith("hitlai: Only http and https addresses can be tested: ftp://shop.example/")
        .contains("./hitlai test --help");
    assertThat(said.toString().lines()).hasSize(2);
  }

  @Test
  void namesTheThingThatIsWrong() {
    assertThat(run("test")).isEqualTo(2);
    assertThat(run("test", "http://a.example/", "--only-new")).isEqualTo(2);
    assertThat(run("test", "http://a.example/", "--fail-on", "awful")).isEqualTo(2);
    assertThat(run("test", "http://a.example/", "--max-pages", "many")).isEqualTo(2);
    assertThat(run("test", "http://a.example/", "--baseline", "no-such-file.json")).isEqualTo(2);
    assertThat(run("test", "http://a.example/", "--persona", "nobody")).isEqualTo(2);
    assertThat(said.toString())
        .contains("URL", "--only-new needs a --baseline", "awful", "many", "no-such-file.json")
        .contains("There is no persona 'nobody'");
  }

  private int run(String... arguments) {
    return CommandLineTool.commandLine().setErr(new PrintWriter(said, true)).execute(arguments);
  }
}
