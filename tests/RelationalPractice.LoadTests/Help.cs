namespace RelationalPractice.LoadTests;

internal static class Help
{
    private const string Words = """
        Measures the published web program from outside, over HTTP on the loopback address. Linux only.

        journey   whole journeys of families: first page, every question on its own page, check, send, receipt code
          --provider Sqlite|PostgreSql  a throw-away database of this kind (Sqlite)
          --families 1,8,32             families at the same time, one level after the other (1,8,32; each up to 256)
          --seconds 30                  measured time of each level (30; up to 600)
          --warm-up 5                   seconds before the first level that are not measured (5)
          --goals None|Quick|Full       fail when the thresholds of this set are missed (None)
          --assets                      each family's browser also fetches styles, scripts and icon once, as with an empty cache
          --profile 10                  also record where the program spends its processor time, for so many seconds of the last
                                        level (needs Debian's linux-perf; the recording itself slows the program down)
          --app FOLDER                  measure this published program instead of publishing it first
          --keep                        leave the folder with the database, the log and the profile behind

        startup   from the start of the process to the whole first page
          --runs 5                      how often (5)
          --goals, --app, --keep        as above

        queue     the readers' queue and the reading page, with few and with many responses in the table, 100 of them unread
          --responses 1000,1000000      sizes, each with a database and a program of its own, all asked in turn (1000,1000000)
          --rounds 400                  how often each page is asked for (400)
          --hold                        fail when a page's median is more than 20 % above that of the first size
          --provider, --app, --keep     as above (PostgreSql)

        import    a file of families, from its upload until it is kept, and the same file again
          --lines 50000                 lines, three people to a family (50000, which is the most)
          --hold                        fail when either takes more than 60 seconds
          --provider, --app, --keep     as above (Sqlite)

        plan      from everybody being due to an invitation and a message for each, in this process
          --families 100000             each with one person (100000)
          --seconds 10                  fail when it takes longer (10)
          --provider, --keep            as above (both databases, one after the other, when none is named)

        simulate  the days of many families with a clock of its own, killed at random; what they got is held against what they should have got
          --families 2000               (2000)
          --days 730                    (730)
          --seed 1                      the same families and the same deaths for the same seed (1)
          --provider, --keep            as for plan

        After every run of journeys the database is read: each family that saw the page with the receipt code must be there
        once, word for word, and nobody else. The exit code is 0 only when that holds, nothing failed and the goals are met.
        """;

    public static int Show(TextWriter output)
    {
        output.WriteLine(Words);
        return 0;
    }

    public static int Refuse(string why)
    {
        Console.Error.WriteLine(why);
        Console.Error.WriteLine();
        Show(Console.Error);
        return 2;
    }
}
