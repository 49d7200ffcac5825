package dev.hitlai.notifications;

/**
 * An address doesn't take mail: its server refused it for good. Published in the transaction that
 * gives the mail up; whoever keeps addresses should stop writing to it.
 *
 * @param why what the server said
 */
public record MailRefused(String address, String why) {}
