using RelationalPractice.Testing;
using RelationalPractice.Testing.Hosting;

namespace RelationalPractice.Web.Tests.Promises;

/// <summary>Every address of families' pages, from the list that AccessTests holds to the pages that exist.</summary>
internal static class FamilyAddresses
{
    public static IReadOnlyList<string> All { get; } =
    [
        .. File.ReadLines(Repository.PathOf("docs", "access.md"))
            .Where(line => line.StartsWith("| /", StringComparison.Ordinal))
            .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
            .Where(cells => cells[2] == "Open" && !cells[1].StartsWith("/staff", StringComparison.Ordinal) && !cells[1].StartsWith("/health", StringComparison.Ordinal))
            .SelectMany(cells => Filled(cells[1])),
    ];

    private static IEnumerable<string> Filled(string address) => address switch
    {
        "/f/{code}" =>
        [
            "/f/" + SampleAuthority.GeneralCode, "/f/" + SampleAuthority.WorkerCode, "/f/" + SampleAuthority.YoungCode,
            "/f/" + SampleAuthority.OffCode, "/f/" + SampleAuthority.UnknownCode, "/f/x",
        ],
        "/messages/{code}" => ["/messages/" + SampleAuthority.UnknownPersonalCode, "/messages/x"],
        "/feedback/question/{key}" => ["/feedback/question/situation", "/feedback/question/attributes", "/feedback/question/anything", "/feedback/question/none"],
        "/feedback/support/{key}" => ["/feedback/support/attributes", "/feedback/support/none"],
        _ => [address],
    };
}
