package dev.hitlai.notifications.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverPolicyTest {
  private final ReceiverPolicy strict = new ReceiverPolicy(false);
  private final ReceiverPolicy lenient = new ReceiverPolicy(true);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/hook",
        "https://localhost/hook",
        "https://10.1.2.3/",
        "https://192.168.0.7:8443/",
        "https://172.20.0.1/",
        "https://169.254.169.254/latest/meta-data/",
        "https://100.64.0.1/",
        "https://0.0.0.0/",
        "https://[::1]/",
        "https://[fd00::1]/",
        "https://[fe80::1]/",
        "https://[::ffff:127.0.0.1]/",
        "http://93.184.215.14/",
        "ftp://93.184.215.14/",
        "https://user:secret@93.184.215.14/",
        "https://93.184.215.14/#part",
        "https:///hook",
        "https://93.184.215.14:0/",
        "javascript:alert(1)",
        "not an address",
        ""
      })
  void refusesAddressesThatStrangersMustNotMakeUsCall(String address) {
    assertThatThrownBy(() -> strict.accept(address)).isInstanceOf(ApiProblem.class);
  }

  @Test
  void acceptsAPublicAddressWithTls() {
    assertThat(strict.accept(" https://93.184.215.14/hook?a=b "))
        .isEqualTo(URI.create("https://93.184.215.14/hook?a=b"));
  }

  @Test
  void looksAgainWhenItCalls() {
    assertThatThrownBy(() -> strict.resolve(URI.create("https://127.0.0.1/")))
        .isInstanceOf(ReceiverPolicy.Forbidden.class);
  }

  @Test
  void acceptsPrivateAddressesWhereTheOperatorAllowsThem() {
    assertThat(lenient.accept("http://127.0.0.1:9000/")).isNotNull();
  }

  @Test
  void takesOnlySlackForSlack() {
    assertThatThrownBy(() -> strict.acceptSlack("https://93.184.215.14/services/T/B/x"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("hooks.slack.com");
  }
}
