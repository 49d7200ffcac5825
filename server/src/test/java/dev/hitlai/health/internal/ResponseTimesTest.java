package dev.hitlai.health.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ResponseTimesTest {
  @Test
  void staysWithinOnePercentOfTheExactPercentilesAfterMerging() {
    for (int seed = 0; seed < 50; seed++) {
      var random = new Random(seed);
      var exact = new ArrayList<Double>();
      var day = new ResponseTimes();
      for (int hour = 0; hour < 24; hour++) {
        var times = new ResponseTimes();
        for (int i = random.nextInt(400); i >= 0; i--) {
          double millis = Math.exp(random.nextGaussian() * 1.2 + 4 + hour / 10.0);
          exact.add(millis);
          times.add(millis);
        }
        day.add(ResponseTimes.read(times.bytes()));
      }
      Collections.sort(exact);
      for (double percent : List.of(50.0, 90.0, 95.0, 99.0)) {
        double nearest = exact.get((int) Math.ceil(percent / 100 * exact.size()) - 1);
        assertThat(day.percentile(percent)).isCloseTo(nearest, within(nearest * 0.01));
      }
    }
  }

  @Test
  void givesTheSameInWhateverOrderHoursAreAdded() {
    var hours = new ArrayList<ResponseTimes>();
    var random = new Random(1);
    for (int i = 0; i < 24; i++) {
      var hour = new ResponseTimes();
      for (int j = 0; j < 100; j++) {
        hour.add(random.nextDouble() * 5000);
      }
      hours.add(hour);
    }
    var forwards = sum(hours);
    Collections.reverse(hours);
    var backwards = ResponseTimes.read(sum(hours).bytes());
    for (double percent = 0; percent <= 100; percent += 0.5) {
      assertThat(backwards.percentile(percent)).isEqualTo(forwards.percentile(percent));
    }
  }

  @Test
  void knowsNothingOfNothing() {
    assertThat(ResponseTimes.read(null).percentile(50)).isNull();
    assertThat(new ResponseTimes().max()).isNull();
  }

  private static ResponseTimes sum(List<ResponseTimes> parts) {
    var sum = new ResponseTimes();
    parts.forEach(sum::add);
    return sum;
  }
}
