package dev.hitlai.aitester.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.aitester.action.Action;
import dev.hitlai.aitester.action.Outcome;
import dev.hitlai.aitester.action.Outcome.IncidentKind;
import dev.hitlai.aitester.page.Element;
import dev.hitlai.aitester.perception.Perception;
import dev.hitlai.aitester.testsupport.Browsers;
import dev.hitlai.aitester.testsupport.LittleSite;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class ActuatorTest {
  private static final LittleSite SITE = new LittleSite();

  @AfterAll
  static void closeSite() {
    SITE.close();
  }

  @Test
  void followsALinkAndSaysWhereItLed() {
    SITE.page("/to", "<h1>There</h1>");
    var outcome = clicking("<a href=/to>Go there</a>", "Go there");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.NAVIGATED);
    assertThat(outcome.detail()).endsWith("/to");
  }

  @Test
  void callsALinkToAMissingPageAnError() {
    var outcome = clicking("<a href=/missing>Missing</a>", "Missing");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ERROR);
    assertThat(outcome.detail()).contains("404");
  }

  @Test
  void noticesADeadButtonInSpiteOfItsHoverStyleAndAClock() {
    var outcome =
        clicking(
            """
            <style>button:hover{background:#f00;color:#fff} button:active{transform:scale(.9)}</style>
            <p id=clock>12:00:00</p><p>Visitors: <span id=n>1</span></p><button>Dead</button>
            <script>let i=0;setInterval(()=>{clock.textContent='12:00:0'+(i++%10);n.textContent=i},20)</script>\
            """,
            "Dead");
    assertThat(outcome.kind()).as(outcome.detail()).isEqualTo(Outcome.Kind.NOTHING);
  }

  @Test
  void noticesAToggleMadeOfStyleAlone() {
    var outcome =
        clicking(
            """
            <style>#m{display:none} #t:checked ~ #m{display:block}</style>
            <input type=checkbox id=t hidden><label for=t role=button tabindex=0>Menu</label><div id=m>Inside</div>\
            """,
            "Menu");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CHANGED);
  }

  @Test
  void noticesACounterThatAnActionRaises() {
    var outcome =
        clicking(
            "<p>Cart (<span id=n>0</span>)</p><button onclick=\"n.textContent=1\">Add</button>",
            "Add");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CHANGED);
    assertThat(outcome.detail()).contains("1");
  }

  @Test
  void saysWhatCoversAButton() {
    var outcome =
        clicking(
            "<button>Buy</button><div id=veil"
                + " style='position:fixed;inset:0;background:#0008'>Cookies</div>",
            "Buy");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ERROR);
    assertThat(outcome.detail()).contains("#veil");
  }

  @Test
  void answersDialogsAndNotesThem() {
    var outcome = clicking("<button onclick=\"confirm('Really?')\">Ask</button>", "Ask");
    assertThat(outcome.incidents())
        .extracting(Outcome.Incident::kind)
        .contains(IncidentKind.DIALOG);
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CHANGED);
  }

  @Test
  void followsANewTabAndComesBackByClosingIt() {
    SITE.page("/tab", "<h1>New tab</h1>");
    var way =
        on(
            "<a href=/tab target=_blank>Open</a>",
            session -> {
              var actuator = new Actuator(session);
              var there = actuator.perform(new Action.Click(named(session, "Open")));
              var address = session.page().url();
              actuator.perform(new Action.Back());
              return java.util.List.of(
                  there.kind() + " " + there.incidents(), address, session.page().url());
            });
    assertThat(way.get(0)).contains("NAVIGATED").contains("NEW_TAB");
    assertThat(way.get(1)).endsWith("/tab");
    assertThat(way.get(2)).endsWith("/act");
  }

  @Test
  void catchesADownload() {
    SITE.answering(
        "/file",
        exchange -> {
          exchange.getResponseHeaders().set("Content-Disposition", "attachment; filename=a.zip");
          LittleSite.send(exchange, 200, "application/zip", "PK");
        });
    var outcome = clicking("<a href=/file>File</a>", "File");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CHANGED);
    assertThat(outcome.incidents())
        .extracting(Outcome.Incident::kind)
        .contains(IncidentKind.DOWNLOAD);
  }

  @Test
  void doesNotLeaveTheAllowedHosts() {
    SITE.page("/outside", "<h1>Outside</h1>");
    var outcome =
        on(
            "<button onclick=\"location='" + SITE.elsewhere("/outside") + "'\">Leave</button>",
            session -> {
              var done = new Actuator(session).perform(new Action.Click(named(session, "Leave")));
              assertThat(session.page().url()).startsWith("http://127.0.0.1");
              return done;
            });
    assertThat(outcome.incidents())
        .extracting(Outcome.Incident::kind)
        .contains(IncidentKind.HOST_NOT_ALLOWED);
    assertThat(SITE.asked()).doesNotContain("GET /outside");
  }

  @Test
  void turnsBackAtARedirectBeforeTheOtherHostIsAsked() {
    try (var other = new LittleSite()) {
      other.page("/outside", "<h1>Outside</h1>");
      var outside = other.elsewhere("/outside").toString();
      SITE.answering("/away", exchange -> LittleSite.redirect(exchange, outside));
      SITE.answering("/round", exchange -> LittleSite.redirect(exchange, "/away"));
      var outcome =
          on(
              "<a href=/round>Away</a>",
              session -> {
                var done = new Actuator(session).perform(new Action.Click(named(session, "Away")));
                assertThat(session.page().url()).endsWith("/act");
                return done;
              });
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ERROR);
      assertThat(outcome.detail()).contains("not followed: " + outside);
      assertThat(SITE.asked()).contains("GET /away");
      assertThat(other.asked()).isEmpty();
    }
  }

  @Test
  void survivesAPageThatHangs() {
    var outcome = clicking("<button onclick='while(true){}'>Hang</button>", "Hang");
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.ERROR);
    assertThat(outcome.incidents())
        .extracting(Outcome.Incident::kind)
        .contains(IncidentKind.PAGE_HUNG);
  }

  @Test
  void typesSelectsAndTicks() {
    var values =
        on(
            """
            <form><label>Name <input name=n value=old></label><label>Day <input type=date name=d></label>
            <label>Size <select name=s><option>Small<option>Large</select></label>
            <label><input type=checkbox name=c> Agree</label></form>\
            """,
            session -> {
              var actuator = new Actuator(session);
              var view = Perception.of(session);
              actuator.perform(new Action.Type(labelled(view, "Name"), "Ada Lovelace"));
              actuator.perform(new Action.Type(labelled(view, "Day"), "2030-05-06"));
              actuator.perform(new Action.Select(labelled(view, "Size"), "Large"));
              actuator.perform(new Action.Check(labelled(view, "Agree"), true));
              return session
                  .page()
                  .evaluate(
                      "() => [...new FormData(document.forms[0])].map(e => e.join('=')).join('&')")
                  .toString();
            });
    assertThat(values).isEqualTo("n=Ada Lovelace&d=2030-05-06&s=Large&c=on");
  }

  private static Element labelled(dev.hitlai.aitester.page.PageView view, String label) {
    return view.elements().stream()
        .filter(element -> element.field() != null && element.field().label().startsWith(label))
        .findFirst()
        .orElseThrow();
  }

  private static Outcome clicking(String body, String label) {
    return on(
        body, session -> new Actuator(session).perform(new Action.Click(named(session, label))));
  }

  private static <T> T on(String body, Function<BrowserSession, T> work) {
    SITE.page("/act", body);
    return Browsers.at(SITE.url("/act"), work);
  }

  private static Element named(BrowserSession session, String label) {
    var view = Perception.of(session);
    return view.elements().stream()
        .filter(element -> element.label().equals(label))
        .findFirst()
        .orElseThrow(() -> new AssertionError(label + " not among " + view.elements()));
  }
}
