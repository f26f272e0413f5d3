using System.Diagnostics;

namespace RelationalPractice.LoadTests.Figures;

/// <summary>What the operating system says of processes.</summary>
internal static class ProcessFigures
{
    public static TimeSpan CpuOf(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.TotalProcessorTime;
    }

    /// <summary>Of a process and its children, as PostgreSQL has one for each connection.</summary>
    public static TimeSpan CpuOfFamily(int parent)
    {
        var sum = CpuOf(parent);
        foreach (var process in Process.GetProcesses())
        {
            using (process)
            {
                if (ParentOf(process.Id) == parent) sum += process.TotalProcessorTime;
            }
        }

        return sum;
    }

    /// <summary>The most memory the process ever had in RAM (VmHWM).</summary>
    public static long PeakMemoryOf(int process)
    {
        using var found = Process.GetProcessById(process);
        return found.PeakWorkingSet64;
    }

    private static int? ParentOf(int process)
    {
        try
        {
            // The name in brackets may hold spaces; after it come the state and the parent.
            var stat = File.ReadAllText($"/proc/{process}/stat");
            return int.Parse(stat[(stat.LastIndexOf(')') + 2)..].Split(' ')[1], System.Globalization.CultureInfo.InvariantCulture);
        }
        catch (IOException)
        {
            return null;
        }
    }
}
