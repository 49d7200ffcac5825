package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountsTest {

  @ParameterizedTest
  @CsvSource({"1 kg of rice, 1000", "poster.png 2.5 MB, 2500000", "250 g, 250", "75 cl, 0.75"})
  void comparesAmountsInOneUnit(String text, double amount) {
    assertThat(Amounts.in(text).orElseThrow()).isEqualTo(amount);
  }

  @Test
  void findsNoneWhereNoUnitIsTold() {
    assertThat(Amounts.in("3 of 10 hotels")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "Amount (EUR), an expense of # euros, true",
    "Reading in kWh, a reading of # kWh for, true",
    "Amount (EUR), a journey of # km, false",
    "Reason, an expense of # euros, false"
  })
  void knowsTheUnitThatALabelTells(String label, String around, boolean inUnit) {
    assertThat(Amounts.isInUnit(label, around)).isEqualTo(inUnit);
  }
}
