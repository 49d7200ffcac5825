package dev.hitlai.web;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testsupport.PlatformTest;
import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.web.server.LocalServerPort;

@PlatformTest
class DeliveryTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  @LocalServerPort int port;

  @Test
  void assetsAreKeptForEverUnderTheVersionOfTheirContent() throws Exception {
    String home = get("/", "text/html").body();
    var link = Pattern.compile("href=\"(/assets/[0-9a-f]{12}/app\\.css)\"").matcher(home);
    assertThat(link.find()).isTrue();

    for (String name : new String[] {"app.css", "js/app.js", "js/dom.js", "vendor/htmx.js"}) {
      var asset = get(link.group(1).replace("app.css", name), "*/*");
      assertThat(asset.statusCode()).as(name).isEqualTo(200);
      assertThat(asset.headers().firstValue("Cache-Control").orElse(""))
          .contains("max-age=31536000", "immutable");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/no/such/page", "/robots.txt"})
  void everyAnswerForbidsInlineCodeAndFraming(String path) throws Exception {
    var headers = get(path, "text/html").headers();

    assertThat(headers.firstValue("Content-Security-Policy").orElse(""))
        .contains("default-src 'self'", "frame-ancestors 'none'", "object-src 'none'")
        .doesNotContain("unsafe");
    assertThat(headers.firstValue("X-Content-Type-Options")).contains("nosniff");
    assertThat(headers.firstValue("Referrer-Policy")).isPresent();
  }

  @Test
  void readingPagesStartNoSession() throws Exception {
    assertThat(get("/", "text/html").headers().allValues("Set-Cookie"))
        .noneMatch(cookie -> cookie.startsWith("SESSION") || cookie.startsWith("JSESSIONID"));
  }

  @Test
  void browsersGetAnErrorPageAndProgramsDoNot() throws Exception {
    var page = get("/no/such/page", "text/html");
    assertThat(page.statusCode()).isEqualTo(404);
    assertThat(page.body()).contains("There is nothing here");

    var answer = get("/no/such/page", "application/json");
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.body()).doesNotContain("<html");
  }

  @ParameterizedTest
  @CsvSource({
    "/docs?a=1, /docs?a=1",
    "https://evil.example/, /",
    "//evil.example, /",
    "/\\evil.example, /",
    "javascript:alert(1), /"
  })
  void choosingColoursLeadsBackOnlyToPagesOfOurs(String back, String leadsTo) throws Exception {
    var visitor = HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    var page = visitor.send(HttpRequest.newBuilder(uri("/")).build(), BodyHandlers.ofString());
    var token = Pattern.compile("name=\"_csrf\" value=\"([^\"]*)\"").matcher(page.body());
    assertThat(token.find()).isTrue();
    String form =
        "theme=dark&_csrf=%s&back=%s"
            .formatted(URLEncoder.encode(token.group(1), UTF_8), URLEncoder.encode(back, UTF_8));
    var request =
        HttpRequest.newBuilder(uri("/theme"))
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(HttpRequest.BodyPublishers.ofString(form))
            .build();

    var answer = visitor.send(request, BodyHandlers.discarding());

    assertThat(answer.statusCode()).isEqualTo(303);
    assertThat(answer.headers().firstValue("Location").orElse("")).endsWith(leadsTo);
    assertThat(answer.headers().allValues("Set-Cookie"))
        .anyMatch(cookie -> cookie.startsWith("theme=dark;"));
  }

  private HttpResponse<String> get(String path, String accept)
      throws IOException, InterruptedException {
    var request = HttpRequest.newBuilder(uri(path)).header("Accept", accept).build();
    return CLIENT.send(request, BodyHandlers.ofString());
  }

  private URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port + path);
  }
}
