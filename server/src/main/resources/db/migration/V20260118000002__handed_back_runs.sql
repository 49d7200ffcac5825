-- A server that stops in good order hands its runs back, which is no interruption.

alter table testing.test_runs add column handed_back int not null default 0 check (handed_back >= 0);
comment on column testing.test_runs.handed_back is 'How often a server that was being stopped gave the run back to be begun anew; such attempts count neither as failures nor as crashes.';
