package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AllowedHostsTest {

  @ParameterizedTest
  @CsvSource({
    "https://example.org/start, https://example.org/other, true",
    "https://example.org, http://example.org:8443/, true",
    "https://example.org, https://www.example.org/, true",
    "https://www.example.org, https://example.org/, true",
    "https://Example.ORG, https://example.org/, true",
    "https://example.org, https://EXAMPLE.org/, true",
    "https://example.org, HTTPS://example.org/, true",
    "https://example.org, https://shop.example.org/, false",
    "https://shop.example.org, https://example.org/, false",
    "https://example.org, https://example.org.evil.test/, false",
    "https://example.org, https://notexample.org/, false",
    "https://example.org, https://example.org@evil.test/, false",
    "https://example.org, https://evil.test/?to=https://example.org/, false",
    "https://example.org, ftp://example.org/, false",
    "https://example.org, file:///etc/passwd, false",
    "https://example.org, javascript:alert(1), false",
    "http://127.0.0.1:8080, http://127.0.0.1:9090/, true",
    "http://127.0.0.1, http://localhost/, false",
    "http://[::1]:8080/, http://[::1]:9090/page, true",
    "http://[2001:DB8::1]/, http://[2001:db8::1]/, true",
    "http://[::1]/, http://[::2]/, false",
  })
  void allowsTheStartsHostAndNoOther(String start, String address, boolean allowed) {
    var hosts = AllowedHosts.of(URI.create(start), Set.of());
    assertThat(hosts.allows(address)).isEqualTo(allowed);
  }

  @Test
  void allowsTheHostsThatTheRequestNames() {
    var hosts =
        AllowedHosts.of(URI.create("https://example.org"), Set.of(" Pay.Test ", "*.cdn.test"));
    assertThat(hosts.allows("https://pay.test/in")).isTrue();
    assertThat(hosts.allows("https://www.pay.test/in")).isFalse();
    assertThat(hosts.allows("https://a.b.CDN.test/x")).isTrue();
    assertThat(hosts.allows("https://cdn.test/x")).isFalse();
    assertThat(hosts.allows("https://evilcdn.test/x")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"about:blank", "data:text/html,hi", "blob:https://other.test/1", "page"})
  void allowsAddressesThatLeadNowhereElse(String address) {
    assertThat(AllowedHosts.of(URI.create("https://example.org"), Set.of()).allows(address))
        .isTrue();
  }

  @Test
  void judgesAddressesThatOnlyBrowsersUnderstand() {
    var hosts = AllowedHosts.of(URI.create("https://example.org"), Set.of());
    assertThat(hosts.allows("https://example.org/a|b?c=^")).isTrue();
    assertThat(hosts.allows("https://EXAMPLE.org/a|b")).isTrue();
    assertThat(hosts.allows("https://other.test/a|b?https://example.org/")).isFalse();
    assertThat(hosts.allows("https://example.org.other.test/a|b")).isFalse();
  }

  /** The browser asks only about what the expression finds, so it must find whatever is foreign. */
  @ParameterizedTest
  @CsvSource({
    "https://example.org/, false",
    "https://www.example.org:444/a, false",
    "https://example.org?x=1, false",
    "https://a.cdn.test/, false",
    "https://example.org.evil.test/, true",
    "https://example.org:pass@evil.test/, true",
    "https://evil.test/example.org, true",
    "https://examplexorg/, true",
  })
  void findsWhatLeadsElsewhere(String address, boolean elsewhere) {
    var hosts = AllowedHosts.of(URI.create("https://example.org"), Set.of("*.cdn.test"));
    assertThat(hosts.elsewhere().matcher(address).find()).isEqualTo(elsewhere);
  }

  @Test
  void takesAnIpv6StartForItsOwn() {
    var hosts = AllowedHosts.of(URI.create("http://[::1]:8080/"), Set.of());
    assertThat(hosts.elsewhere().matcher("http://[::1]:8080/next").find()).isFalse();
    assertThat(hosts.elsewhere().matcher("http://[::2]:8080/next").find()).isTrue();
  }
}
