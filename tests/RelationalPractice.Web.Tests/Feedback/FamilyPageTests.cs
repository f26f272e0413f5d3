using RelationalPractice.Testing.Families;
using RelationalPractice.Testing.Hosting;

namespace RelationalPractice.Web.Tests.Feedback;

/// <summary>Tests of families' pages: each asks for people and browsers of its own, on a host that the class shares.</summary>
public abstract class FamilyPageTests(HostFixture fixture)
{
    protected PracticeHost Host => fixture.Host;

    protected Family NewFamily() => new(Host.Browser());
}
