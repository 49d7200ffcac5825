package dev.hitlai.web.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import org.junit.jupiter.api.Test;

class AddressTest {
  @Test
  void changesOnePartAndKeepsTheRest() {
    var address = Address.of("/tests").with("status", "failed").with("page", 3);

    assertThat(address.with("page", 4)).hasToString("/tests?status=failed&page=4");
    assertThat(address.without("page")).hasToString("/tests?status=failed");
    assertThat(address.without("page").without("status")).hasToString("/tests");
  }

  @Test
  void escapesWhatPeopleTyped() {
    assertThat(Address.of("/tests").with("q", "a&b=c d")).hasToString("/tests?q=a%26b%3Dc+d");
  }

  @Test
  void doesNotChangeWithTheMapItWasMadeFrom() {
    var query = new LinkedHashMap<String, String>();
    query.put("a", "1");
    var address = new Address("/", query);
    query.put("b", "2");

    assertThat(address).hasToString("/?a=1");
  }

  @Test
  void sortingByAnotherColumnStartsAscendingOnTheFirstPage() {
    var sorting = Sorting.of(Address.of("/tests").with("sort", "-date").with("page", 2), "name");

    assertThat(sorting.direction("date")).isEqualTo("descending");
    assertThat(sorting.direction("name")).isNull();
    assertThat(sorting.href("name")).isEqualTo("/tests?sort=name");
    assertThat(sorting.href("date")).isEqualTo("/tests?sort=date");
  }

  @Test
  void sortingFallsBackWhenTheAddressSaysNothing() {
    var sorting = Sorting.of(Address.of("/tests"), "-date");

    assertThat(sorting.key()).isEqualTo("date");
    assertThat(sorting.descending()).isTrue();
    assertThat(sorting.href("date")).isEqualTo("/tests?sort=date");
  }
}
