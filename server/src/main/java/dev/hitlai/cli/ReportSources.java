package dev.hitlai.cli;

import dev.hitlai.aitester.Severity;
import dev.hitlai.aitester.browser.BrowserPool;
import dev.hitlai.aitester.report.EvidenceReader;
import dev.hitlai.aitester.report.RunDocument;

/** What the formats of a report are made of. */
record ReportSources(
    RunDocument document, Severity failOn, EvidenceReader evidence, BrowserPool browsers) {}
