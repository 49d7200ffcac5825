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

  @Test
  void readsNamesThatAreNoneByTheRules() {
    var hosts =
        AllowedHosts.of(URI.create("https://example.org"), Set.of("my_shop.test", "*.cdn.test"));
    assertThat(hosts.allows("https://my_shop.test:8443/a")).isTrue();
    assertThat(hosts.allows("https://a_b.cdn.test/a")).isTrue();
    assertThat(hosts.allows("https://your_shop.test/my_shop.test")).isFalse();
    assertThat(hosts.allows("https://evil_one.test?.cdn.test/")).isFalse();
    assertThat(hosts.allows("ftp://my_shop.test/a")).isFalse();
  }

  @Test
  void allowsNothingWhereNoHostIsNamed() {
    assertThat(AllowedHosts.none().allows("https://example.org/")).isFalse();
    assertThat(AllowedHosts.none().allows("https://a_b.test/")).isFalse();
    assertThat(AllowedHosts.none().allows("about:blank")).isTrue();
  }
}
