package dev.hitlai.demosite.stays;

import dev.hitlai.demosite.http.Request;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Where, when and how many; a place that is empty stands for all, a date may be open. */
record Trip(String place, @Nullable LocalDate arrive, @Nullable LocalDate depart, int guests) {

  static final int MOST_GUESTS = 8;

  private static final DateTimeFormatter IN_WORDS =
      DateTimeFormatter.ofPattern("EEE d MMMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter AMBIGUOUS = DateTimeFormatter.ofPattern("dd/MM/yy");

  static Trip anytime() {
    return new Trip("", null, null, 2);
  }

  /** What the query says; what it doesn't say stays as it was. */
  Trip with(Request request) {
    return new Trip(
        request.query().containsKey("where") ? request.query("where") : place,
        request.query().containsKey("arrive") ? date(request.query("arrive")) : arrive,
        request.query().containsKey("depart") ? date(request.query("depart")) : depart,
        guests(request.query("guests"), guests));
  }

  Trip at(@Nullable LocalDate newArrival, @Nullable LocalDate newDeparture, int newGuests) {
    return new Trip(place, newArrival, newDeparture, newGuests);
  }

  static @Nullable LocalDate date(String text) {
    try {
      return text.isEmpty() ? null : LocalDate.parse(text);
    } catch (DateTimeParseException notADate) {
      return null;
    }
  }

  static int guests(String text, int otherwise) {
    return text.matches("[1-" + MOST_GUESTS + "]") ? Integer.parseInt(text) : otherwise;
  }

  long nights() {
    return arrive == null || depart == null ? 0 : ChronoUnit.DAYS.between(arrive, depart);
  }

  boolean hasDates() {
    return arrive != null && depart != null;
  }

  /** What is wrong with the dates, or nothing. */
  String problem(LocalDate today) {
    if (arrive != null && arrive.isBefore(today)) {
      return "The day of arrival is in the past";
    }
    return hasDates() && nights() < 1 ? "The day of departure must be after the arrival" : "";
  }

  String inWords() {
    return arrive == null || depart == null
        ? "any dates"
        : IN_WORDS.format(arrive) + " to " + IN_WORDS.format(depart);
  }

  String inFigures() {
    return arrive == null || depart == null
        ? "any dates"
        : AMBIGUOUS.format(arrive) + " – " + AMBIGUOUS.format(depart);
  }

  String guestsInWords() {
    return guests == 1 ? "1 guest" : guests + " guests";
  }

  String nightsInWords() {
    return nights() == 1 ? "1 night" : nights() + " nights";
  }
}
