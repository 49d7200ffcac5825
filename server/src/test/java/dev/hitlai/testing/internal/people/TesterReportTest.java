package dev.hitlai.testing.internal.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hitlai.testing.internal.people.TesterReport.OwnFinding;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class TesterReportTest {
  private static final UUID PICTURE = UUID.randomUUID();
  private static final OwnFinding PICTURED = finding("The cart is empty").withScreenshot(PICTURE);

  @Test
  void aSaveThatComesLateTakesNoPictureAway() {
    var late = TesterReport.EMPTY.withFindings(List.of(finding("The cart is empty")));
    var kept = TesterReport.EMPTY.withFindings(List.of(PICTURED));
    assertThat(late.withPicturesOf(kept).findings()).containsExactly(PICTURED);
  }

  @Test
  void aPictureStaysWithItsFinding() {
    var other = TesterReport.EMPTY.withFindings(List.of(finding("Pay now does nothing")));
    var kept = TesterReport.EMPTY.withFindings(List.of(PICTURED));
    assertThat(other.withPicturesOf(kept)).isEqualTo(other);
  }

  private static OwnFinding finding(String title) {
    return new OwnFinding(title, "", "", "", "", "", "", null);
  }
}
