-- Three kinds of testers in one roster: who may be picked, who was picked and why, and how they compare.

alter table testing.test_requests
  add column focus text[] not null default '{}' check (focus <@ array['accessibility', 'performance', 'security']);
comment on column testing.test_requests.focus is 'What the company wants looked at with special care; with the platform and the personas it makes the kinds of test that an AI tester has to support.';

alter table testing.test_runs
  add column tester_selection jsonb;
comment on column testing.test_runs.tester_selection is 'Every AI tester that was considered and why it was picked or not; null for runs by people.';
comment on column testing.test_runs.tester_category is 'Who begins the run; a hybrid run begins with an AI.';
comment on column testing.test_runs.ai_cost_usd is 'What models cost the platform; the built-in engine costs nothing. What the company pays is price_usd.';
comment on column testing.test_runs.ai_inference_time_ms is 'Time in which the mind planned and decided.';

create unique index on testers.human_testers (ai_model_provider) where ai_model_provider is not null;
comment on column testers.human_testers.ai_configuration is 'Of an AI tester what it runs on, in words for people.';

alter table testers.ai_tester_assignment_preferences
  add check (ai_for_test_types <@ array['web', 'mobile', 'accessibility', 'performance', 'security']),
  add check (human_only_for_test_types <@ array['web', 'mobile', 'accessibility', 'performance', 'security']);
comment on column testers.ai_tester_assignment_preferences.ai_for_test_types is 'Kinds of test that an AI may do; empty means all.';
comment on column testers.ai_tester_assignment_preferences.human_only_for_test_types is 'Kinds of test that only people do.';
comment on column testers.ai_tester_assignment_preferences.max_cost_per_test_usd is 'What the AI''s part of one test may cost the company, after all discounts.';
comment on column testers.ai_tester_assignment_preferences.min_ai_quality_score is 'Least share of an AI''s findings that has to hold, once enough of them were judged.';

alter table testers.ai_tester_performance
  add column period_type text not null default 'month' check (period_type in ('week', 'month')),
  add column findings_judged int not null default 0 check (findings_judged >= 0),
  add column comparisons int not null default 0 check (comparisons >= 0);
create index on testers.ai_tester_performance (period_type, period_start desc);
comment on column testers.ai_tester_performance.findings_judged is 'Findings of the AI that people looked at: all of hybrid tests, whose people could refute any of them, else those with a verdict.';
comment on column testers.ai_tester_performance.comparisons is 'Comparisons with people that the ratios rest on.';
comment on column testers.ai_tester_performance.accuracy_rate is 'Confirmed findings divided by confirmed, refuted and missed ones.';
comment on column testers.ai_tester_performance.avg_quality_score is 'Mean of the AI''s quality in comparisons with people.';
comment on column testers.ai_tester_performance.total_cost_usd is 'What companies paid for the AI''s part.';

alter table testers.ai_vs_human_comparison
  add column human_assignment_id uuid references testing.human_test_assignments (id) on delete set null,
  add column human_cost_usd numeric(12,4) check (human_cost_usd >= 0),
  add column ai_model_version text,
  add column validated_at timestamptz,
  add check ((validated_at is null) = (validation_notes is null)),
  drop constraint ai_vs_human_comparison_human_test_run_id_ai_test_run_id_key;
create unique index on testers.ai_vs_human_comparison (human_test_run_id, ai_test_run_id, human_assignment_id) nulls not distinct;
create index on testers.ai_vs_human_comparison (human_assignment_id);
comment on column testers.ai_vs_human_comparison.human_assignment_id is 'Which of the people of the run; several may test the same run.';
comment on column testers.ai_vs_human_comparison.ai_cost_usd is 'What the company paid for the AI''s part; human_cost_usd likewise.';
comment on column testers.ai_vs_human_comparison.agreement_rate is 'Findings of both divided by findings of either.';
comment on column testers.ai_vs_human_comparison.ai_quality_score is 'F1 of the AI''s findings against all that hold, weighed by severity; the person''s likewise.';

select set_config('hitlai.role', 'system', true);
insert into testers.human_testers (display_name, tester_category, ai_model_provider, ai_model_version, is_active, ai_configuration) values
  ('HitlAI built-in engine', 'ai_hitl_trained', 'hitl_finetuned', 'unset', true, '{"runsOn": "this server"}'),
  ('Mixtral on HitlAI machines', 'ai_hitl_trained', 'hitl_selfhosted_mixtral', 'unset', true, '{"runsOn": "a machine of HitlAI"}'),
  ('LLaMA on HitlAI machines', 'ai_hitl_trained', 'hitl_selfhosted_llama', 'unset', true, '{"runsOn": "a machine of HitlAI"}'),
  ('OpenAI GPT-4', 'ai_third_party', 'openai_gpt4', 'unset', true, '{"runsOn": "its maker''s service"}'),
  ('OpenAI GPT-4 Turbo', 'ai_third_party', 'openai_gpt4_turbo', 'unset', true, '{"runsOn": "its maker''s service"}'),
  ('xAI Grok', 'ai_third_party', 'grok', 'unset', true, '{"runsOn": "its maker''s service"}'),
  ('Google Gemini', 'ai_third_party', 'gemini', 'unset', true, '{"runsOn": "its maker''s service"}'),
  ('Anthropic Claude', 'ai_third_party', 'claude', 'unset', true, '{"runsOn": "its maker''s service"}');
