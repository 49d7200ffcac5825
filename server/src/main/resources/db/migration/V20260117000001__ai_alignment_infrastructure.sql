-- AI alignment: what models did, what gates and rules said about it, what people corrected, what attacks found.
set local search_path = identity, testing, models, alignment, training, testers, recording, apihealth, monitoring, platform, public;

create table alignment.ai_alignment_metrics (
  id uuid primary key default uuidv7(),
  model_version text not null,
  alignment_score numeric(5,4) not null check (alignment_score between 0 and 1),
  safety_violations int not null default 0 check (safety_violations >= 0),
  human_override_count int not null default 0 check (human_override_count >= 0),
  hallucination_rate numeric(5,4) check (hallucination_rate between 0 and 1),
  bias_score numeric(5,4) check (bias_score between 0 and 1),
  window_start timestamptz,
  window_end timestamptz,
  measured_at timestamptz not null default now(),
  metrics jsonb not null default '{}',
  created_at timestamptz not null default now()
);
create index on alignment.ai_alignment_metrics (model_version, created_at desc);
create index on alignment.ai_alignment_metrics (measured_at desc);
create index on alignment.ai_alignment_metrics (created_at desc);
comment on table alignment.ai_alignment_metrics is 'Alignment of one model version over one window of time.';
comment on column alignment.ai_alignment_metrics.metrics is 'truthfulness, helpfulness, harmlessness and coherence, each with its n.';

create table training.human_corrections (
  id uuid primary key default uuidv7(),
  test_run_id uuid not null,
  issue_id uuid,
  company_id uuid not null references identity.companies (id) on delete cascade,
  tester_id uuid references testers.human_testers (id) on delete set null,
  corrected_by uuid,
  ai_finding jsonb,
  ai_severity text check (ai_severity in ('low', 'medium', 'high', 'critical')),
  ai_confidence numeric(5,4) check (ai_confidence between 0 and 1),
  corrected_finding jsonb,
  corrected_severity text check (corrected_severity in ('low', 'medium', 'high', 'critical')),
  correction_type text not null check (correction_type in ('approve', 'false_positive', 'false_negative', 'severity_adjustment', 'wording_improvement', 'hallucination', 'duplicate')),
  correction_reasoning text,
  correction_quality_score int check (correction_quality_score between 1 and 5),
  reward numeric(6,4),
  verified_by uuid,
  verified_at timestamptz,
  used_for_training boolean not null default false,
  training_batch_id uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (issue_id, company_id) references testing.issues (id, company_id) on delete set null (issue_id)
);
create index on training.human_corrections (test_run_id, company_id);
create index on training.human_corrections (issue_id, company_id);
create index on training.human_corrections (company_id, created_at desc);
create index on training.human_corrections (tester_id, created_at desc);
create index on training.human_corrections (correction_type, created_at desc);
create index on training.human_corrections (corrected_by);
create index on training.human_corrections (verified_by);
create index on training.human_corrections (training_batch_id) where training_batch_id is not null;
create index on training.human_corrections (created_at) where not used_for_training;
create index on training.human_corrections (created_at) where verified_at is null;
create index on training.human_corrections (created_at desc);
comment on table training.human_corrections is 'One person''s correction of one AI finding: the label the models learn from.';
comment on column training.human_corrections.issue_id is 'The finding that was corrected; null for one that the AI missed.';
comment on column training.human_corrections.reward is 'Sum of the reward parts of the finding, not clipped.';
comment on column training.human_corrections.training_batch_id is 'The batch that took it in.';

create table alignment.constitutional_rules (
  id uuid primary key default uuidv7(),
  rule_level text not null check (rule_level in ('universal', 'platform', 'company', 'tester')),
  priority int not null default 100,
  company_id uuid references identity.companies (id) on delete cascade,
  tester_id uuid references testers.human_testers (id) on delete cascade,
  platform text,
  rule_name text not null check (length(rule_name) between 1 and 200),
  rule_description text not null,
  rule_type text not null check (rule_type in ('safety', 'quality', 'content', 'behavior')),
  rule_condition jsonb not null,
  rule_action text not null check (rule_action in ('block', 'warn', 'flag', 'require_human_review')),
  enforcement_level text not null default 'strict' check (enforcement_level in ('strict', 'moderate', 'advisory')),
  is_active boolean not null default true,
  version int not null default 1 check (version >= 1),
  created_by uuid,
  approved_by uuid,
  violation_count bigint not null default 0 check (violation_count >= 0),
  last_violation_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check ((rule_level = 'company') = (company_id is not null)),
  check ((rule_level = 'tester') = (tester_id is not null)),
  check (rule_level <> 'platform' or platform is not null)
);
create index on alignment.constitutional_rules (company_id, created_at desc);
create index on alignment.constitutional_rules (tester_id);
create index on alignment.constitutional_rules (created_by);
create index on alignment.constitutional_rules (approved_by);
create index on alignment.constitutional_rules (rule_level, priority) where is_active;
create index on alignment.constitutional_rules (platform) where is_active;
create index on alignment.constitutional_rules (rule_type);
create index on alignment.constitutional_rules (created_at desc);
create unique index on alignment.constitutional_rules (rule_level, company_id, tester_id, platform, rule_name) nulls not distinct;
comment on table alignment.constitutional_rules is 'One rule that every AI output is held to.';
comment on column alignment.constitutional_rules.rule_condition is 'A CEL expression and its parameters.';
comment on column alignment.constitutional_rules.priority is 'Lower comes first.';

create table alignment.constitutional_violations (
  id uuid primary key default uuidv7(),
  rule_id uuid not null references alignment.constitutional_rules (id) on delete cascade,
  rule_version int not null,
  test_run_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  violation_type text not null,
  violation_severity text not null check (violation_severity in ('low', 'medium', 'high', 'critical')),
  violation_description text not null,
  ai_output jsonb,
  ai_confidence numeric(5,4) check (ai_confidence between 0 and 1),
  action_taken text not null check (action_taken in ('blocked', 'warned', 'flagged', 'human_review_required')),
  resolved boolean not null default false,
  resolved_by uuid,
  resolved_at timestamptz,
  resolution_notes text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade
);
create index on alignment.constitutional_violations (rule_id, created_at desc);
create index on alignment.constitutional_violations (test_run_id, company_id);
create index on alignment.constitutional_violations (company_id, created_at desc);
create index on alignment.constitutional_violations (resolved_by);
create index on alignment.constitutional_violations (violation_severity, created_at desc) where not resolved;
create index on alignment.constitutional_violations (created_at desc);
comment on table alignment.constitutional_violations is 'One time a rule fired.';

create table alignment.red_team_tests (
  id uuid primary key default uuidv7(),
  campaign_id uuid,
  test_name text not null,
  test_category text not null check (test_category in ('prompt_injection', 'jailbreak', 'hallucination', 'bias', 'privacy', 'dos')),
  attack_vector text not null,
  strategy text,
  test_description text,
  model_version text not null,
  test_input text not null,
  expected_behavior text not null,
  test_status text not null default 'pending' check (test_status in ('pending', 'running', 'passed', 'failed', 'error')),
  actual_output text,
  vulnerability_found boolean not null default false,
  severity text check (severity in ('low', 'medium', 'high', 'critical')),
  executed_by uuid,
  executed_at timestamptz,
  execution_time_ms bigint check (execution_time_ms >= 0),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on alignment.red_team_tests (campaign_id, created_at desc);
create index on alignment.red_team_tests (test_category, created_at desc);
create index on alignment.red_team_tests (model_version, created_at desc);
create index on alignment.red_team_tests (executed_by);
create index on alignment.red_team_tests (created_at) where test_status in ('pending', 'running');
create index on alignment.red_team_tests (created_at desc) where test_status in ('failed', 'error');
create index on alignment.red_team_tests (created_at desc);
comment on table alignment.red_team_tests is 'One attack run against one target.';
comment on column alignment.red_team_tests.campaign_id is 'Groups the attacks that were started together.';

create table alignment.red_team_vulnerabilities (
  id uuid primary key default uuidv7(),
  test_id uuid references alignment.red_team_tests (id) on delete set null,
  vulnerability_type text not null,
  severity text not null check (severity in ('low', 'medium', 'high', 'critical')),
  title text not null,
  description text not null,
  impact_description text,
  affected_models text[] not null default '{}',
  reproducibility text check (reproducibility in ('always', 'sometimes', 'rare')),
  status text not null default 'open' check (status in ('open', 'in_progress', 'fixed', 'wont_fix')),
  remediation_plan text,
  fixed_in_version text,
  fixed_by uuid,
  fixed_at timestamptz,
  reported_by uuid,
  assigned_to uuid,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on alignment.red_team_vulnerabilities (test_id);
create index on alignment.red_team_vulnerabilities (fixed_by);
create index on alignment.red_team_vulnerabilities (reported_by);
create index on alignment.red_team_vulnerabilities (assigned_to);
create index on alignment.red_team_vulnerabilities (status, severity);
create index on alignment.red_team_vulnerabilities (severity, created_at desc) where status in ('open', 'in_progress');
create index on alignment.red_team_vulnerabilities (created_at desc);
comment on table alignment.red_team_vulnerabilities is 'One weakness to fix.';
comment on column alignment.red_team_vulnerabilities.reproducibility is 'Measured by running the attack again.';

create table models.ai_inference_logs (
  id uuid not null default uuidv7(),
  test_run_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  model_version text not null,
  model_provider text not null,
  task text not null,
  tier text not null,
  input_prompt text,
  input_tokens int check (input_tokens >= 0),
  input_context jsonb,
  output_text text,
  output_tokens int check (output_tokens >= 0),
  confidence_score numeric(5,4) check (confidence_score between 0 and 1),
  latency_ms bigint check (latency_ms >= 0),
  cost_usd numeric(12,4) check (cost_usd >= 0),
  flagged_for_review boolean not null default false,
  flag_reason text,
  human_reviewed boolean not null default false,
  human_rating int check (human_rating between 1 and 5),
  constitutional_check_passed boolean,
  violated_rules uuid[] not null default '{}',
  created_at timestamptz not null default now(),
  primary key (id, created_at),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete set null (test_run_id)
) partition by range (created_at);
create index on models.ai_inference_logs (test_run_id, company_id);
create index on models.ai_inference_logs (company_id, created_at desc);
create index on models.ai_inference_logs (model_version, created_at desc);
create index on models.ai_inference_logs (model_provider, created_at desc);
create index on models.ai_inference_logs (task, created_at desc);
create index on models.ai_inference_logs (created_at desc);
create index on models.ai_inference_logs (created_at desc) where flagged_for_review and not human_reviewed;
insert into platform.partitioned_tables (table_name, step, retention_group, drop_order) values ('models.ai_inference_logs', 'month', 'inference', 10);
comment on table models.ai_inference_logs is 'One call of a model, whatever the provider.';
comment on column models.ai_inference_logs.violated_rules is 'constitutional_rules(id) of the rules that the output broke.';

create table alignment.quality_gate_checks (
  id uuid primary key default uuidv7(),
  test_run_id uuid,
  issue_id uuid,
  company_id uuid references identity.companies (id) on delete cascade,
  inference_log_id uuid,
  inference_log_created_at timestamptz,
  gate_type text not null check (gate_type in ('hallucination', 'laziness', 'completeness', 'specificity')),
  passed boolean not null,
  confidence numeric(5,4) check (confidence between 0 and 1),
  score numeric(5,2) check (score between 0 and 100),
  issues_found text[] not null default '{}',
  evidence jsonb not null default '{}',
  reasoning text,
  action text not null check (action in ('approved', 'flagged', 'rejected', 'human_review_required')),
  created_at timestamptz not null default now(),
  foreign key (test_run_id, company_id) references testing.test_runs (id, company_id) on delete cascade,
  foreign key (issue_id, company_id) references testing.issues (id, company_id) on delete cascade,
  foreign key (inference_log_id, inference_log_created_at) references models.ai_inference_logs (id, created_at) on delete set null
);
create index on alignment.quality_gate_checks (test_run_id, company_id);
create index on alignment.quality_gate_checks (issue_id, company_id);
create index on alignment.quality_gate_checks (company_id, created_at desc);
create index on alignment.quality_gate_checks (inference_log_id, inference_log_created_at);
create index on alignment.quality_gate_checks (inference_log_created_at) where inference_log_created_at is not null;
create index on alignment.quality_gate_checks (gate_type, created_at desc);
create index on alignment.quality_gate_checks (gate_type, created_at desc) where not passed;
create index on alignment.quality_gate_checks (created_at desc) where action = 'flagged';
create index on alignment.quality_gate_checks (created_at desc);
comment on table alignment.quality_gate_checks is 'One gate on one output.';
comment on column alignment.quality_gate_checks.inference_log_created_at is 'Time of the model call; together with inference_log_id it finds the partition.';

create table alignment.bias_detection_results (
  id uuid primary key default uuidv7(),
  test_run_id uuid references testing.test_runs (id) on delete set null,
  window_start timestamptz,
  window_end timestamptz,
  model_version text not null,
  demographic_bias_score numeric(5,4) check (demographic_bias_score between 0 and 1),
  platform_bias_score numeric(5,4) check (platform_bias_score between 0 and 1),
  language_bias_score numeric(5,4) check (language_bias_score between 0 and 1),
  temporal_bias_score numeric(5,4) check (temporal_bias_score between 0 and 1),
  overall_bias_score numeric(5,4) check (overall_bias_score between 0 and 1),
  bias_detected boolean not null default false,
  bias_categories text[] not null default '{}',
  bias_evidence jsonb not null default '{}',
  affected_groups text[] not null default '{}',
  mitigation_applied boolean not null default false,
  mitigation_strategy text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (test_run_id is not null or (window_start is not null and window_end is not null))
);
create index on alignment.bias_detection_results (test_run_id);
create index on alignment.bias_detection_results (model_version, created_at desc);
create index on alignment.bias_detection_results (created_at desc) where bias_detected and not mitigation_applied;
create index on alignment.bias_detection_results (created_at desc);
comment on table alignment.bias_detection_results is 'One audit of one model version for unequal treatment.';
comment on column alignment.bias_detection_results.bias_evidence is 'Per group: counts, effect size, interval, p.';

create table alignment.agi_capability_milestones (
  id uuid primary key default uuidv7(),
  capability_name text not null,
  capability_level int not null check (capability_level between 1 and 5),
  capability_description text not null default '',
  demonstrated boolean not null default false,
  validated_by uuid,
  validation_date timestamptz,
  validation_evidence jsonb not null default '{}',
  safety_audit_passed boolean,
  alignment_verified boolean,
  red_team_passed boolean,
  approved_for_deployment boolean not null default false,
  approved_by uuid,
  approval_date timestamptz,
  monitoring_requirements jsonb not null default '{}',
  rollback_procedure text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (capability_name, capability_level),
  check (not approved_for_deployment or (demonstrated and safety_audit_passed and alignment_verified and red_team_passed))
);
create index on alignment.agi_capability_milestones (validated_by);
create index on alignment.agi_capability_milestones (approved_by);
create index on alignment.agi_capability_milestones (capability_level) where approved_for_deployment;
create index on alignment.agi_capability_milestones (created_at desc);
comment on table alignment.agi_capability_milestones is 'One capability at one level: measured, audited, approved.';

create table alignment.agi_safety_decisions (
  id uuid primary key default uuidv7(),
  decision_type text not null check (decision_type in ('capability_approval', 'deployment', 'rollback', 'emergency_shutdown')),
  capability_milestone_id uuid references alignment.agi_capability_milestones (id) on delete set null,
  decision text not null check (decision in ('approved', 'rejected', 'conditional')),
  reasoning text not null,
  conditions text[] not null default '{}',
  decided_by uuid[] not null check (cardinality(decided_by) > 0),
  unanimous boolean not null,
  vote_breakdown jsonb not null default '{}',
  requires_review_in_days int check (requires_review_in_days > 0),
  next_review_date date,
  created_at timestamptz not null default now()
);
create index on alignment.agi_safety_decisions (capability_milestone_id);
create index on alignment.agi_safety_decisions (decision_type, created_at desc);
create index on alignment.agi_safety_decisions (next_review_date) where next_review_date is not null;
create index on alignment.agi_safety_decisions (created_at desc);
comment on table alignment.agi_safety_decisions is 'One vote of the safety board.';

select platform.protect_operator_rows('alignment.ai_alignment_metrics');
select platform.protect('training.human_corrections',
  platform.own_company() || ' or test_run_id = any ((select testing.assigned_runs())::uuid[]) or tester_id = (select platform.current_tester())',
  platform.own_company() || ' or test_run_id = any ((select testing.assigned_runs())::uuid[])');
-- Universal and platform rules bind everybody and are public; a tester's rule belongs to the tester.
select platform.protect('alignment.constitutional_rules',
  platform.own_company() || ' or (company_id is null and tester_id is null) or tester_id = (select platform.current_tester())',
  platform.own_company());
select platform.protect_run_rows('alignment.constitutional_violations');
select platform.protect_operator_rows('alignment.red_team_tests');
select platform.protect_operator_rows('alignment.red_team_vulnerabilities');
select platform.protect_company_rows('models.ai_inference_logs');
select platform.protect_run_rows('alignment.quality_gate_checks');
select platform.protect_operator_rows('alignment.bias_detection_results');
select platform.protect_operator_rows('alignment.agi_capability_milestones');
select platform.protect_operator_rows('alignment.agi_safety_decisions');

select platform.refers_to_users('training.human_corrections', 'corrected_by', 'verified_by');
select platform.refers_to_users('alignment.constitutional_rules', 'created_by', 'approved_by');
select platform.refers_to_users('alignment.constitutional_violations', 'resolved_by');
select platform.refers_to_users('alignment.red_team_tests', 'executed_by');
select platform.refers_to_users('alignment.red_team_vulnerabilities', 'fixed_by', 'reported_by', 'assigned_to');
select platform.refers_to_users('alignment.agi_capability_milestones', 'validated_by', 'approved_by');
select platform.refers_to_users('alignment.agi_safety_decisions', 'decided_by');
select platform.keep_updated_at();
