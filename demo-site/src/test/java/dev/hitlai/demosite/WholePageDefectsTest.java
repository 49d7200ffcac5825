package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Defects without an element: each is there in the flawed shop and gone in the twin. */
class WholePageDefectsTest {

  private interface Check {
    boolean holds(Site site) throws Exception;
  }

  private static final Map<String, Check> CHECKS =
      Map.of(
          "layout-skip-link-missing", site -> !site.body("/").contains("class=\"skip\""),
          "layout-session-cookie-flags",
              site -> !site.header("/", "Set-Cookie").contains("HttpOnly"),
          "layout-security-headers-missing",
              site -> site.header("/", "Content-Security-Policy").isEmpty(),
          "home-console-error", site -> site.body("/assets/shop.js").contains("console.error"),
          "category-main-missing", site -> !site.body("/category/kitchen").contains("<main"),
          "product-title-duplicate",
              site -> site.body("/product/enamel-mug").contains("<title>Heathlark</title>"),
          "search-h1-missing", site -> !site.body("/search?q=mug").contains("<h1"),
          "search-slow", site -> site.header("/search?q=mug", "Server-Timing").contains("dur=2200"),
          "payment-token-in-url", WholePageDefectsTest::tokenInUrl);

  private static boolean tokenInUrl(Site site) throws Exception {
    site.post("/basket/add", "product=enamel-mug&quantity=1");
    site.post(
        "/checkout/address",
        "name=Kim&email=k%40post.example&street=High+1&postcode=04109&city=Town");
    return site.post("/checkout/delivery", "way=collect").contains("session=");
  }

  @Test
  void coversEveryDefectWithoutASelector() {
    assertThat(CHECKS.keySet())
        .isEqualTo(
            DefectCatalogue.load().defects().stream()
                .filter(defect -> defect.selector().isEmpty())
                .map(Defect::id)
                .collect(Collectors.toSet()));
  }

  @Test
  void theFlawedShopHasThemAll() throws Exception {
    try (DemoShop shop = DemoShop.start(0, false);
        Site site = new Site(shop.url())) {
      for (Map.Entry<String, Check> check : CHECKS.entrySet()) {
        assertThat(check.getValue().holds(site)).as(check.getKey()).isTrue();
      }
    }
  }

  @Test
  void theTwinHasNone() throws Exception {
    try (DemoShop shop = DemoShop.start(0, true);
        Site site = new Site(shop.url())) {
      for (Map.Entry<String, Check> check : CHECKS.entrySet()) {
        assertThat(check.getValue().holds(site)).as(check.getKey()).isFalse();
      }
    }
  }

  /** A shop seen by a client that keeps its session and follows nothing. */
  private record Site(String url, HttpClient client, Map<String, String> cookie)
      implements AutoCloseable {

    Site(String url) {
      this(url, HttpClient.newHttpClient(), new java.util.HashMap<>());
    }

    String body(String path) throws IOException, InterruptedException {
      return send(request(path)).body();
    }

    String header(String path, String name) throws IOException, InterruptedException {
      HttpRequest fresh = HttpRequest.newBuilder(URI.create(url + path)).build();
      return String.join(
          "\n", client.send(fresh, HttpResponse.BodyHandlers.ofString()).headers().allValues(name));
    }

    /** Returns where the answer leads. */
    String post(String path, String form) throws IOException, InterruptedException {
      return send(request(path).POST(HttpRequest.BodyPublishers.ofString(form)))
          .headers()
          .firstValue("Location")
          .orElse("");
    }

    private HttpRequest.Builder request(String path) {
      return HttpRequest.newBuilder(URI.create(url + path))
          .header("Cookie", "sid=" + cookie.getOrDefault("sid", "none"));
    }

    private HttpResponse<String> send(HttpRequest.Builder request)
        throws IOException, InterruptedException {
      var response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
      response
          .headers()
          .firstValue("Set-Cookie")
          .ifPresent(set -> cookie.put("sid", set.replaceFirst("sid=([^;]*).*", "$1")));
      return response;
    }

    @Override
    public void close() {
      client.close();
    }
  }
}
