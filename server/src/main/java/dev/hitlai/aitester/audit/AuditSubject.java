package dev.hitlai.aitester.audit;

import com.microsoft.playwright.Page;
import dev.hitlai.aitester.Persona;
import dev.hitlai.aitester.page.PageView;

/**
 * What an audit looks at.
 *
 * @param page the live page, for probes that need the browser; an audit leaves it as it found it
 */
public record AuditSubject(PageView view, Page page, Persona persona, String mission) {}
