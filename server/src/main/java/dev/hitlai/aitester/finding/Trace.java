package dev.hitlai.aitester.finding;

import dev.hitlai.aitester.StepRecord;
import dev.hitlai.aitester.mind.Decision;
import dev.hitlai.aitester.page.PageView;

/** One step of a mission with what led to it and the page on both sides of it. */
public record Trace(Decision decision, StepRecord step, PageView before, PageView after) {}
