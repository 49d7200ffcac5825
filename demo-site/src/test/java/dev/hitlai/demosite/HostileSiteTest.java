package dev.hitlai.demosite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HostileSiteTest {

  private HostileSite site;
  private HttpClient client;

  @BeforeEach
  void open() {
    site = HostileSite.start(0);
    client = HttpClient.newHttpClient();
  }

  @AfterEach
  void close() {
    site.close();
    client.shutdownNow();
  }

  @Test
  void listsEachTrapOnceWithEveryExpectation() {
    List<HostilePage> pages = HostileSite.pages();
    assertThat(pages).hasSizeGreaterThanOrEqualTo(50);
    assertThat(pages.stream().map(HostilePage::path).distinct()).hasSameSizeAs(pages);
    assertThat(pages.stream().map(HostilePage::expectation).distinct())
        .containsExactlyInAnyOrder(HostilePage.Expectation.values());
  }

  @Test
  void whatCountsAsTestableShowsAHeadingInARealBrowser() {
    List<String> blank = new ArrayList<>();
    HostileSite.pages().stream()
        .filter(page -> page.expectation() == HostilePage.Expectation.TESTABLE)
        .forEach(
            hostile -> {
              try (BrowserContext context = TestBrowser.context(1024, 768)) {
                Page page = context.newPage();
                page.navigate(site.url() + hostile.path());
                if (!page.locator("h1").first().isVisible()) {
                  blank.add(hostile.path());
                }
              }
            });
    assertThat(blank).isEmpty();
  }

  @Test
  void neverAnsweringEndsOnlyWhenTheSiteCloses() {
    CompletableFuture<HttpResponse<String>> answer = ask("/never-answers");
    assertThatThrownBy(() -> answer.get(300, TimeUnit.MILLISECONDS))
        .isInstanceOf(java.util.concurrent.TimeoutException.class);
    site.close();
    assertThatThrownBy(() -> answer.get(10, TimeUnit.SECONDS))
        .hasCauseInstanceOf(IOException.class);
  }

  @Test
  void refusesLoopsAndLiesOverHttpAsItSays() throws Exception {
    assertThat(answer("/not-found").statusCode()).isEqualTo(404);
    assertThat(answer("/server-error").statusCode()).isEqualTo(500);
    assertThat(answer("/basic-auth").headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(answer("/redirect-loop").headers().firstValue("Location"))
        .hasValue("/redirect-loop/there");
    assertThat(answer("/redirect-loop/there").headers().firstValue("Location"))
        .hasValue("/redirect-loop");
    assertThat(answer("/download").headers().firstValue("Content-Disposition"))
        .hasValueSatisfying(value -> assertThat(value).startsWith("attachment"));
    assertThat(answer("/empty-body").body()).isEmpty();
    assertThat(answer("/five-megabytes").body().length()).isGreaterThan(5_000_000);
  }

  @Test
  void thePdfPointsToItsOwnTable() throws Exception {
    byte[] pdf = client.send(request("/pdf"), HttpResponse.BodyHandlers.ofByteArray()).body();
    String text = new String(pdf, StandardCharsets.US_ASCII);
    String offset = text.replaceFirst("(?s).*startxref\n(\\d+)\n.*", "$1");
    assertThat(text).startsWith("%PDF-1.4");
    assertThat(text.substring(Integer.parseInt(offset))).startsWith("xref");
  }

  private HttpResponse<String> answer(String path) throws Exception {
    return ask(path).get(20, TimeUnit.SECONDS);
  }

  private CompletableFuture<HttpResponse<String>> ask(String path) {
    return client.sendAsync(request(path), HttpResponse.BodyHandlers.ofString());
  }

  private HttpRequest request(String path) {
    return HttpRequest.newBuilder(URI.create(site.url() + path)).build();
  }
}
