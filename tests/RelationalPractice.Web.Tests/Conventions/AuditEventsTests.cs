using RelationalPractice.Auditing;
using RelationalPractice.Testing;
using RelationalPractice.Web.Pages.Audit;
using Shouldly;
using Xunit;

namespace RelationalPractice.Web.Tests.Conventions;

/// <summary>docs/data/audit-events.md lists every kind of entry, and the page has words for each.</summary>
public sealed class AuditEventsTests
{
    [Fact]
    public void Document_EveryKind_IsListedOnce()
    {
        var listed = File.ReadLines(Repository.PathOf("docs", "data", "audit-events.md"))
            .Where(line => line.StartsWith("| `", StringComparison.Ordinal))
            .Select(line => line.Split('`')[1])
            .ToList();

        listed.Count.ShouldBeGreaterThan(10);
        listed.ShouldBe(Enum.GetNames<AuditEventKind>(), ignoreOrder: true);
    }

    [Fact]
    public void Words_EveryKind_HasItsOwn() => Enum.GetValues<AuditEventKind>().Select(AuditWords.Of).ShouldBeUnique();
}
