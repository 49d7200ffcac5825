package dev.hitlai.notifications.internal.webhooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hitlai.api.ApiProblem;
import dev.hitlai.platform.net.Names;
import dev.hitlai.testsupport.NamesInTurn;
import java.net.InetAddress;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReceiverPolicyTest {
  private final ReceiverPolicy strict = new ReceiverPolicy(false, Names.OF_THE_SYSTEM);
  private final ReceiverPolicy lenient = new ReceiverPolicy(true, Names.OF_THE_SYSTEM);

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
        "https://[::ffff:10.0.0.1]/",
        "https://[64:ff9b::7f00:1]/",
        "https://[2002:7f00:1::]/",
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
  void refusesANameThatLeadsInsideOnceItWasAccepted() throws Exception {
    var names = new NamesInTurn("203.0.113.9", "203.0.113.9", "127.0.0.1");
    var policy = new ReceiverPolicy(false, names);
    URI uri = policy.accept("https://rebound.example/hook");
    assertThat(policy.resolve(uri)).containsExactly(InetAddress.getByName("203.0.113.9"));
    assertThatThrownBy(() -> policy.resolve(uri)).isInstanceOf(ReceiverPolicy.Forbidden.class);
  }

  @Test
  void refusesANameWithOneAddressInsideAmongOthers() throws Exception {
    var both =
        new InetAddress[] {InetAddress.getByName("203.0.113.9"), InetAddress.getByName("10.0.0.1")};
    var policy = new ReceiverPolicy(false, host -> both);
    assertThatThrownBy(() -> policy.accept("https://mixed.example/"))
        .isInstanceOf(ApiProblem.class)
        .hasMessageContaining("private network");
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
