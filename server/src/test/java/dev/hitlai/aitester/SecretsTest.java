package dev.hitlai.aitester;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Log in as ann with the password \"tiger eyes\" and go on|tiger eyes",
        "Log in: user=ann, password=hunter, then log out|hunter",
        "Sign in as ann. The password is hunter.|hunter",
        "Log in as standard_user with password secret_sauce|secret_sauce",
        "Melde dich an, Passwort: geheimnis|geheimnis"
      })
  void masksWhatAMissionStatesWhereverItStands(String mission, String password) {
    var secrets = Secrets.statedIn(List.of(mission));
    assertThat(secrets.mask(mission)).doesNotContain(password).contains(Secrets.MASK);
    assertThat(secrets.mask("https://a.example/in?pw=" + password.replace(' ', '+')))
        .isEqualTo("https://a.example/in?pw=" + Secrets.MASK);
    assertThat(secrets.nameIn(password)).contains("password");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Reset the password and log in",
        "Find out how long a password may be",
        "Click \"Forgot password\" and then \"Back\"",
        "Open the password field help"
      })
  void leavesMissionsAloneThatStateNone(String mission) {
    assertThat(Secrets.statedIn(List.of(mission)).mask(mission)).isEqualTo(mission);
  }

  @org.junit.jupiter.api.Test
  void leavesLongerWordsThatContainOneAlone() {
    var secrets = Secrets.statedIn(List.of("user=a, password=test"));
    assertThat(secrets.mask("The test of a tester")).isEqualTo("The •••••• of a tester");
  }
}
