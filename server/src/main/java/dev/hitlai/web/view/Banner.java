package dev.hitlai.web.view;

/**
 * Something about the person's account that stands above every page until it is settled.
 *
 * @param text a sentence or two
 * @param label of the link
 * @param href where it is settled, on this server
 */
public record Banner(Tone tone, String text, String label, String href) {}
