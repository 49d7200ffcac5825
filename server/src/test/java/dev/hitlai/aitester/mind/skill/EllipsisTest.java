package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EllipsisTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Choose "Redo" from the Edit menu, then "Zoom" from the View menu. | Choose Q0 from the Edit menu | Choose Q1 from the View menu
          Select Clean in the Project menu and Tile in the Window menu. | Select Clean in the Project menu | Select Tile in the Window menu
          Switch Sound and Wi-Fi on and Location off. | Switch on Sound and Wi-Fi | Switch off Location
          Turn on the fan and off the lamp. | turn on the fan | turn off the lamp
          Find the book "Bees" and borrow it. | Find the book Q0 | borrow it
          """)
  void saysTheVerbForEach(String instruction, String first, String second) {
    assertThat(Clauses.of(instruction).texts())
        .usingElementComparator(String::compareToIgnoreCase)
        .isEqualTo(List.of(first, second));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Tick Ann, Bo and Cy and nobody else. | Tick only Ann, Bo and Cy
          Enter the code and use it with care | Enter the code
          Choose the cake with a gift box and no other extras. | Choose the cake with a gift box
          """)
  void takesWhatIsExcludedForWhatItMeans(String instruction, String first) {
    assertThat(Clauses.of(instruction).first()).isEqualTo(first);
  }
}
