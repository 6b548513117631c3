/** What the command says of itself. */
export const usage = `Usage: npm run lifeguard -- <command> [options]

  jobs list   [--connection ID] [--pool ID]          the newest jobs
  jobs show   JOB --connection ID                    where a job stands
  jobs pause  JOB --connection ID
  jobs resume JOB --connection ID
  jobs cancel JOB --connection ID
  jobs delete --connection ID --pool ID --filter TEXT (--dry-run | --at-most N)
              [--keep-list FILE] [--max-age 24h] [--no-skip-changed] [--name TEXT] [--reason TEXT] [--wait]
                                                     delete what a filter has of the pool's last scan
  scan        --connection ID --pool ID [--wait]     read a pool into the index of identities
  export      --connection ID --pool ID [--filter TEXT] [--format csv|jsonl]
                                                     the pool's index, to the standard output
  sign-in-link                                       a link that signs the local operator in, once
  findings    [--connection ID] [--fail-on critical|high|medium|low]
  reach       --connection ID --pool ID [--fail-on list|read|write|tagging|permissions]
                                                     what guests and users of a pool may do in the account; --fail-on
                                                     is about guests, beyond data of their own

  --json      answer as JSON
  --wait      stay until the job has ended

A filter looks like: state=guest modified<90d. AWS tells no last use: a guest who comes daily can look as old as one who
never returned, so give the ids of your active users with --keep-list.

Exit codes: 0 done; 1 failed or refused; 2 the command or the configuration cannot be read; 3 there is something to look
at: findings as bad as --fail-on, guests who reach as far, or with --wait a job that did not do all of it; 4 no console or store was reached.`
