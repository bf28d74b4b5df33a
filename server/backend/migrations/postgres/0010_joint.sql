-- Finding requests with the same goal, for a joint meeting.
create index request_goal on request (site, goal, created_at);
