package dev.hitlai.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.ShippedPersonas;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestOptionsTest {

  @Test
  void addsTheSchemeThatPeopleLeaveOut() {
    assertThat(TestOptions.url("shop.example/help")).hasToString("https://shop.example/help");
    assertThat(TestOptions.url("http://127.0.0.1:8090/")).hasPort(8090);
  }

  @Test
  void refusesAnAddressWithSpaces() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestOptions.url("http://my shop/"))
        .withMessageContaining("is not a web address");
  }

  @Test
  void namesThePersonasThatExist() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestOptions.personas(List.of("grandma")))
        .withMessageContaining("senior_casual")
        .withMessageContaining("mobile_commuter");
    assertThat(TestOptions.personas(List.of("all"))).isEqualTo(ShippedPersonas.all());
    assertThat(TestOptions.personas(List.of("senior_casual", "senior_casual")))
        .extracting(Persona::name)
        .containsExactly("senior_casual");
  }

  @Test
  void readsTimesAsPeopleWriteThem() {
    assertThat(TestOptions.budget("2m", 1, 1).time()).isEqualTo(Duration.ofMinutes(2));
    assertThat(TestOptions.budget("90s", 1, 1).time()).isEqualTo(Duration.ofSeconds(90));
    assertThat(TestOptions.budget("45", 1, 1).time()).isEqualTo(Duration.ofSeconds(45));
    assertThatIllegalArgumentException().isThrownBy(() -> TestOptions.budget("soon", 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> TestOptions.budget("2h", 1, 1));
    assertThatIllegalArgumentException().isThrownBy(() -> TestOptions.budget("1s", 1, 1));
  }

  @Test
  void takesCredentialsOrAStoredSession(@TempDir Path folder) throws IOException {
    var session = Files.writeString(folder.resolve("session.json"), "{}");
    assertThat(TestOptions.credentials("ann:se:cret"))
        .satisfies(
            credentials -> {
              assertThat(credentials.user()).isEqualTo("ann");
              assertThat(credentials.password()).isEqualTo("se:cret");
            });
    assertThat(TestOptions.credentials(session.toString())).isNull();
    assertThat(TestOptions.storageState(session.toString())).isEqualTo(session);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestOptions.credentials("nonsense"))
        .withMessageContaining("user:password");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestOptions.storageState("missing.json"))
        .withMessageContaining("missing.json");
  }

  @Test
  void saysWhichReportsThereAre() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> TestOptions.formats(List.of("docx")))
        .withMessageContaining("html, json, sarif, junit, pdf");
    assertThat(TestOptions.formats(List.of("json", "html", "json")))
        .containsExactly(ReportFormat.JSON, ReportFormat.HTML);
  }
}
