package dev.hitlai.aitester.mind.skill;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RelayTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "Pass the message Ivo sent you on to Runa.",
        "Runa is waiting for the mail by Ivo.",
        "Open the e-mail from Ivo and send it to Runa.",
        "I want the message of Ivo to be forwarded to Runa.",
        "Give Runa the email you got from Ivo"
      })
  void whoeverShallGetAMessageOfSomebodyElseIsForwardedIt(String instruction) {
    assertThat(Relay.plain(instruction)).isEqualTo("Forward the email from Ivo to Runa.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Send an email to Runa.",
        "Find the email by Ivo and reply to it with the text \"Runa\".",
        "Delete the message from Ivo and send the other one to Runa."
      })
  void whatIsMoreOrLessThanThatStaysAsItIs(String instruction) {
    assertThat(Relay.plain(instruction)).isEqualTo(instruction);
  }
}
