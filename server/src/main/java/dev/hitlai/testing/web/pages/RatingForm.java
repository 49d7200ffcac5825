package dev.hitlai.testing.web.pages;

/** The rating form as it was filled in; 0 stars means none was chosen. */
public record RatingForm(String testId, String title, int rating, String feedback) {}
