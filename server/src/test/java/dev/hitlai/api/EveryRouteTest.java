package dev.hitlai.api;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.api.Routes.Route;
import dev.hitlai.testsupport.ApiClient;
import dev.hitlai.testsupport.PlatformTest;
import dev.hitlai.testsupport.TenantFixture;
import dev.hitlai.testsupport.TestAccounts;
import dev.hitlai.testsupport.TestDatabase;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.UUID;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** What holds for every route of the API, also for those that come later. */
@PlatformTest
class EveryRouteTest {
  private static final List<String> BAD_BODIES =
      List.of(
          "{",
          "",
          "[]",
          "\"text\"",
          "{\"a\":1}}",
          "[".repeat(3000) + "]".repeat(3000),
          "{\"a\":" + "[".repeat(3000) + "]".repeat(3000) + "}",
          "\u0000");

  @LocalServerPort private int port;
  @Autowired private TestDatabase database;

  @Autowired
  @Qualifier("requestMappingHandlerMapping")
  private RequestMappingHandlerMapping mapping;

  @Test
  void saysWhoMayUseIt() {
    assertThat(routes()).hasSizeGreaterThan(15);
    assertThat(routes())
        .allSatisfy(route -> assertThat(route.access()).as(route.name()).isNotNull());
  }

  @Test
  void asksStrangersToLogIn() {
    var soft = new SoftAssertions();
    for (Route route : routes()) {
      if (route.access() != null && !route.access().everyone()) {
        var answer = send(ApiClient.at(port), route, UUID.randomUUID().toString(), "{}");
        soft.assertThat(answer.status()).as(route.name()).isEqualTo(401);
        checkProblem(soft, route, answer);
      }
    }
    soft.assertAll();
  }

  @Test
  void answersUnreadableBodiesWithAProblemAndNeverWithAFailure() {
    var company = new TestAccounts(port).company();
    var soft = new SoftAssertions();
    for (Route route : routes()) {
      if (!route.takesBody() || !(route.forCompanies() || route.access().everyone())) {
        continue;
      }
      for (String body : BAD_BODIES) {
        var answer = send(company.api(), route, UUID.randomUUID().toString(), body);
        soft.assertThat(answer.status())
            .as(route.name() + " with " + body.substring(0, Math.min(20, body.length())))
            .isEqualTo(400);
        checkProblem(soft, route, answer);
      }
      var form =
          company
              .api()
              .send(route.method(), route.path(UUID.randomUUID().toString()), "text/xml", "<a/>");
      soft.assertThat(form.status()).as(route.name() + " with XML").isEqualTo(415);
    }
    soft.assertAll();
  }

  @Test
  void answersAnIdThatIsNoneWithAProblem() {
    var company = new TestAccounts(port).company();
    var soft = new SoftAssertions();
    for (Route route : routes()) {
      if (route.takesId() && route.forCompanies()) {
        for (String id : List.of("not-a-uuid", "1", "%27%20or%201=1", "%F0%9F%92%A5")) {
          var answer = send(company.api(), route, id, bodyOf(route));
          soft.assertThat(answer.status()).as(route.name() + " " + id).isEqualTo(400);
          checkProblem(soft, route, answer);
        }
      }
    }
    soft.assertAll();
  }

  @Test
  void hidesTheRowsOfOtherCompanies() {
    var accounts = new TestAccounts(port);
    var theirs = accounts.company();
    var ours = accounts.company();
    var rows = new HashMap<String, UUID>();
    fixtures().forEach(fixture -> rows.putAll(fixture.rows(theirs, database)));
    var soft = new SoftAssertions();
    for (Route route : routes()) {
      if (!route.takesId() || !route.forCompanies()) {
        continue;
      }
      UUID id = rows.get(route.beginning());
      soft.assertThat(id)
          .as("%s needs a row of a TenantFixture for %s", route.name(), route.beginning())
          .isNotNull();
      if (id != null) {
        var answer = send(ours.api(), route, id.toString(), bodyOf(route));
        soft.assertThat(answer.status()).as(route.name() + ": " + answer.text()).isEqualTo(404);
        checkProblem(soft, route, answer);
      }
    }
    soft.assertAll();
  }

  @Test
  void isInTheDocumentWithItsRefusals() {
    var document = ApiClient.at(port).get("/api/openapi.json");
    assertThat(document.status()).isEqualTo(200);
    assertThat(document.at("/openapi")).startsWith("3.1");
    var soft = new SoftAssertions();
    for (Route route : routes()) {
      var operation =
          document
              .json()
              .path("paths")
              .path(route.pattern())
              .path(route.method().toLowerCase(Locale.ROOT));
      soft.assertThat(operation.path("summary").asString("")).as(route.name()).isNotEmpty();
      soft.assertThat(operation.path("responses").has("400")).as(route.name()).isTrue();
      soft.assertThat(operation.path("responses").has("429")).as(route.name()).isTrue();
      soft.assertThat(operation.path("responses").has("404"))
          .as(route.name())
          .isEqualTo(route.pattern().contains("{"));
    }
    soft.assertThat(
            document.json().at("/components/schemas/Problem/properties/code").isMissingNode())
        .isFalse();
    soft.assertAll();
  }

  private List<Route> routes() {
    return Routes.of(mapping);
  }

  private static List<TenantFixture> fixtures() {
    return ServiceLoader.load(TenantFixture.class).stream()
        .map(ServiceLoader.Provider::get)
        .toList();
  }

  private static String bodyOf(Route route) {
    return fixtures().stream()
        .map(fixture -> fixture.bodies().get(route.name()))
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElse("{}");
  }

  private static ApiClient.Answer send(ApiClient api, Route route, String id, String body) {
    boolean get = route.method().equals("GET");
    return api.send(
        route.method(), route.path(id), get ? null : "application/json", get ? null : body);
  }

  private static void checkProblem(SoftAssertions soft, Route route, ApiClient.Answer answer) {
    soft.assertThat(answer.header("Content-Type"))
        .as(route.name())
        .startsWith("application/problem+json");
    soft.assertThat(answer.header("X-RateLimit-Limit")).as(route.name()).isNotEmpty();
    if (answer.text().startsWith("{")) {
      var problem = answer.json();
      for (String member :
          Map.of(
                  "type",
                  1,
                  "title",
                  1,
                  "status",
                  1,
                  "detail",
                  1,
                  "instance",
                  1,
                  "error",
                  1,
                  "code",
                  1)
              .keySet()) {
        soft.assertThat(problem.has(member)).as(route.name() + " " + member).isTrue();
      }
      soft.assertThat(problem.path("success").asBoolean(true)).as(route.name()).isFalse();
      soft.assertThat(answer.text())
          .as(route.name())
          .doesNotContain("dev.hitlai")
          .doesNotContain("Exception");
    }
  }
}
