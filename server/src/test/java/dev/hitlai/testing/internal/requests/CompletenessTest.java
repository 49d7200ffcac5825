package dev.hitlai.testing.internal.requests;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CompletenessTest {
  @Test
  void isNothingForAnEmptyRequestAndAHundredForAFullOne() {
    assertThat(Completeness.of(new RequestFacts("", "", "", "", 0)).score()).isZero();
    var full =
        new RequestFacts(
            "https://example.com", "Find out how to return a pair of shoes for free", "A", "B", 2);
    assertThat(Completeness.of(full).score()).isEqualTo(100);
    assertThat(Completeness.of(full).missing()).isEmpty();
  }

  @Test
  void saysWhatWouldEarnMore() {
    var facts = new RequestFacts("https://example.com", "Buy shoes", "", "", 1);
    assertThat(Completeness.of(facts).missing())
        .extracting(Completeness.Part::name)
        .containsExactly("Detailed mission", "Success criteria", "Context", "Several personas");
  }
}
