package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator.ClickOptions;
import com.microsoft.playwright.PlaywrightException;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each way out of the allowed hosts: the other host must not be asked for as much as a page. */
class HostGuardTest {
  private static final int MOST_PUMPS = 250;

  private final LittleSite site = new LittleSite();
  private final LittleSite other = new LittleSite();

  HostGuardTest() {
    other.page("/outside", "<h1>Outside</h1>");
  }

  @AfterEach
  void closeSites() {
    site.close();
    other.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button onclick=\"location='OUT'\">Go</button>",
        "<button onclick=\"location.replace('OUT')\">Go</button>",
        "<form method=post action='OUT'><input type=hidden name=a"
            + " value=b><button>Go</button></form>",
        "<form action='OUT'><button>Go</button></form>",
        "<button onclick='f.submit()'>Go</button><form id=f method=post action='OUT'></form>",
        "<a href=/round>Go</a>",
        "<form method=post action=/round><button>Go</button></form>",
      })
  void keepsTheTabOnItsHosts(String way) {
    assertThatNobodyIsAsked(pressing(way));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<button onclick=\"window.open('OUT')\">Go</button>",
        "<button onclick=\"window.open('OUT', '', 'noopener')\">Go</button>",
        "<button onclick=\"window.open('OUT', '', 'popup,width=300')\">Go</button>",
        "<button onclick=\"const w = window.open('about:blank'); w.location = 'OUT'\">Go</button>",
        "<form method=post target=_blank action='OUT'><button>Go</button></form>",
        "<a target=_blank href=/round>Go</a>",
        "<button onclick=\"window.open('/round')\">Go</button>",
        "<button onclick=\"window.open('/bounce')\">Go</button>",
      })
  void keepsWhatItOpensOnItsHosts(String way) {
    site.page("/bounce", "<script>location = 'OUT'</script>".replace("OUT", outside()));
    assertThatNobodyIsAsked(pressing(way));
  }

  @Test
  void keepsThePageBesideOnItsHosts() {
    site.page("/act", "<h1>Here</h1>");
    site.answering("/away", exchange -> LittleSite.redirect(exchange, outside()));
    Browsers.at(
        site.url("/act"),
        session -> {
          for (var address : new String[] {outside(), site.url("/away").toString()}) {
            try {
              new SparePage("").open(session.page(), address, spare -> spare.url());
            } catch (PlaywrightException refused) {
              assertThat(refused).hasMessageContaining("net::ERR_");
            }
          }
          return session;
        });
    assertThat(other.asked()).isEmpty();
  }

  @Test
  void letsFramesGoWhereTheyLike() {
    site.page(
        "/act",
        "<h1>Here</h1><iframe src='OUT'></iframe><iframe src=/round></iframe>"
            .replace("OUT", outside()));
    site.answering("/round", exchange -> LittleSite.redirect(exchange, outside()));
    var shown =
        Browsers.at(
            site.url("/act"),
            session -> {
              session.settle();
              return session.page().frames().stream().map(frame -> frame.url()).toList();
            });
    assertThat(shown).containsExactly(site.url("/act").toString(), outside(), outside());
    assertThat(other.asked()).contains("GET /outside");
  }

  @Test
  void letsAPageLoadWhatItNeedsFromElsewhere() {
    other.answering(
        "/script",
        exchange -> LittleSite.send(exchange, 200, "text/javascript", "document.title = 'Loaded'"));
    site.page("/act", "<script src='" + other.elsewhere("/script") + "'></script>");
    var title =
        Browsers.at(
            site.url("/act"),
            session -> {
              session.settle();
              return session.page().title();
            });
    assertThat(title).isEqualTo("Loaded");
  }

  @Test
  void doesNotAskForAnIconThatNobodySees() {
    site.page("/act", "<h1>Here</h1>");
    Browsers.at(
        site.url("/act"),
        session -> {
          session.settle();
          session.pause(Duration.ofMillis(200));
          return session;
        });
    assertThat(site.asked()).containsExactly("GET /act");
  }

  @Test
  void forgetsTheHostsOfTheSessionBefore() {
    site.page("/act", "<h1>Here</h1>");
    Browsers.at(URI.create(outside()), session -> session.settle());
    assertThat(other.asked()).contains("GET /outside");
    int asked = other.asked().size();
    assertThat(pressing("<button onclick=\"location='OUT'\">Go</button>")).contains(outside());
    assertThat(other.asked()).hasSize(asked);
  }

  private String outside() {
    return other.elsewhere("/outside").toString();
  }

  private void assertThatNobodyIsAsked(Optional<String> refused) {
    assertThat(refused).hasValueSatisfying(end -> assertThat(end).startsWith(outside()));
    assertThat(other.asked()).isEmpty();
  }

  /**
   * Where the way ended. Pressed is by the driver: the tester's own hand would not even begin to
   * send a form elsewhere.
   */
  private Optional<String> pressing(String way) {
    site.page("/act", way.replace("OUT", outside()));
    site.answering("/round", exchange -> LittleSite.redirect(exchange, outside()));
    return Browsers.at(
        site.url("/act"),
        session -> {
          session.settle();
          session.page().locator("text=Go").click(new ClickOptions().setNoWaitAfter(true));
          for (int i = 0; i < MOST_PUMPS && session.refusedAddress().isEmpty(); i++) {
            session.pump(20);
          }
          return session.refusedAddress();
        });
  }
}
