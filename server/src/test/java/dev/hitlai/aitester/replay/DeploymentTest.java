package dev.hitlai.aitester.replay;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

class DeploymentTest {
  private final Deployment staging =
      new Deployment(
          URI.create("https://shop.example/en/index.html"),
          URI.create("http://staging.example:8080/v2/"));

  @Test
  void translatesAddressesBelowTheStartsFolderAndThoseBesideIt() {
    assertThat(staging.here("https://shop.example/en/help?a=1"))
        .isEqualTo("http://staging.example:8080/v2/help?a=1");
    assertThat(staging.here("https://shop.example/assets/a.png"))
        .isEqualTo("http://staging.example:8080/assets/a.png");
    assertThat(staging.here("https://other.example/en/help"))
        .isEqualTo("https://other.example/en/help");
  }

  @Test
  void takesPagesForTheSameWhoseNumbersDiffer() {
    assertThat(
            staging.same(
                "https://shop.example/en/order/17", "http://staging.example:8080/v2/order/99"))
        .isTrue();
    assertThat(
            staging.same(
                "https://shop.example/en/order/17/",
                "http://staging.example:8080/v2/order/99?x=1#top"))
        .isTrue();
    assertThat(
            staging.same(
                "https://shop.example/en/order/17", "http://staging.example:8080/v2/basket/17"))
        .isFalse();
    assertThat(staging.same("https://shop.example/en/help", "https://shop.example/en/help"))
        .isFalse();
  }
}
